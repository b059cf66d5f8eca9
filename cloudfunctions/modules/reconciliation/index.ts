export { type Case, caseId, type Difference, openedCase } from './case';
export { caseById, cases, casesOf } from './casesStore';
export { startReconciling } from './startReconciling';
