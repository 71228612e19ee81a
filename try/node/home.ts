/** In a browser the package's own folder is `data/`, beside the script that asks. */
export const HOME = new URL('data/', import.meta.url);
