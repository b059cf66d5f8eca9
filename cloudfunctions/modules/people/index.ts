export { type Household, memberOpenids } from './household';
export { loadCaller, type ReadForCaller, readForCaller } from './loadCaller';
export { partiesSeenBy } from './parties';
export {
  householdOf,
  households,
  residents,
  residentsByIds,
  staffMemberById,
  staffMembers,
  waitingRequestsOf,
} from './peopleStore';
export type { Resident } from './resident';
export { peopleRoutes } from './routes';
export type { StaffMember } from './staffMember';
export { isCurrent, opensHome, type Tenure } from './tenure';
export { communitiesOf, describeMe } from './whoAmI';
