export { type Household, memberOpenids } from './household';
export { loadCaller } from './loadCaller';
export { partiesSeenBy } from './parties';
export {
  householdOf,
  households,
  residents,
  residentsByIds,
  staffMemberById,
  staffMembers,
} from './peopleStore';
export type { Resident } from './resident';
export { peopleRoutes } from './routes';
export type { StaffMember } from './staffMember';
export { isCurrent, opensHome, type Tenure } from './tenure';
