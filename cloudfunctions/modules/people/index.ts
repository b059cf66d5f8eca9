export { type Household, memberOpenids } from './household';
export { loadCaller, type ReadForCaller, readForCaller } from './loadCaller';
export { partiesSeenBy } from './parties';
export {
  attemptsBefore,
  bindingAttempts,
  householdOf,
  households,
  householdsHeldBy,
  householdsOfResidents,
  invitations,
  invitationsExpiredBefore,
  residents,
  residentsByIds,
  staffMemberById,
  staffMembers,
  staffMembersByIds,
  staffOf,
  waitingRequestsOf,
} from './peopleStore';
export type { Resident } from './resident';
export { peopleRoutes } from './routes';
export { isOnStaff, type StaffMember } from './staffMember';
export { isCurrent, opensHome, type Tenure } from './tenure';
export { communitiesOf, describeMe } from './whoAmI';
