export { contentChecks, contentChecksBefore } from './reporting/content/contentStore';
export { settleVerdict } from './reporting/content/settleVerdict';
