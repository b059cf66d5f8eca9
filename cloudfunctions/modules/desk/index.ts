export { startCounting } from './startCounting';
