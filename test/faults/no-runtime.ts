import { registerHooks } from 'node:module';

/** A machine on which the encoder's runtime cannot be had: to be imported before all else. */
registerHooks({
  resolve(name, context, next) {
    if (name === 'onnxruntime-node') throw new Error("Cannot find package 'onnxruntime-node'");
    return next(name, context);
  },
});
