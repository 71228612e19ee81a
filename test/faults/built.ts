import { registerHooks } from 'node:module';

/**
 * Loaded before the built command (`node --import`), in its process and in its threads: it hands out faulty kits in place
 * of whole ones, so that nothing in the product has to know of faults.
 */
const faultyKits = new URL('faulty.ts', import.meta.url).href;

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/dist/load/index.js')) return next(url, context);
    const source = `
      import { loadKit as whole } from '${url}?whole';
      import { faulty } from '${faultyKits}';
      export * from '${url}?whole';
      export const loadKit = async (options) => faulty(await whole(options));
    `;
    return { format: 'module', shortCircuit: true, source };
  },
});
