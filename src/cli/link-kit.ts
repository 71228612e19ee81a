export { linkerOf, linkKitOf } from '../load/linker.ts';
