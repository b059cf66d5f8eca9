export { LocalFiles as Files, localFiles } from '../system/localFiles';
