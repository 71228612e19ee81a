export { evaluateGum } from './attributions.ts';
export { type GumText, gumPart, readGum } from './conllu.ts';
export { goldNames, namesAndOthers } from './names.ts';
export { evaluateTrees, treeOf } from './trees.ts';
