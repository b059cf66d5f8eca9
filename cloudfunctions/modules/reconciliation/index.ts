export { type Case, caseId, type Difference, openedCase } from './case';
export { caseById, cases } from './casesStore';
export { startReconciling } from './startReconciling';
