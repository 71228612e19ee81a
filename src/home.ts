/**
 * The package's own folder: sources, what is compiled of them and the bundled program lie at different depths in it, and
 * all look up words, models, migrations and the pages' files from here.
 */
export const HOME = new URL('./', import.meta.resolve('onrecord/package.json'));
