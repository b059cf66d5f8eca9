export { contentChecks, contentChecksBefore } from './reporting/content/contentStore';
export { settleVerdict } from './reporting/content/settleVerdict';
export { openTicketsOf } from './reporting/mine';
