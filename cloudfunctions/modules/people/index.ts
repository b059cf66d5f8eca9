export { type Household, memberOpenids } from './household';
export { loadCaller } from './loadCaller';
export { partiesSeenBy } from './parties';
export { householdOf } from './peopleStore';
export { peopleRoutes } from './routes';
export { isCurrent, opensHome, type Tenure } from './tenure';
