import { anyPerson, holderOfHome, reachCommunity, reachSelf, staffOfCommunity } from '../../kernel/access';
import { byChange, type Routes } from '../../kernel/routes';
import { reachHome } from '../community';
import { acceptInvitation } from './acceptInvitation';
import { approveBinding } from './approveBinding';
import { bindHome } from './bindHome';
import { inviteMember } from './inviteMember';
import { joinAsStaff } from './joinAsStaff';
import { leaveHome } from './leaveHome';
import { listBindings, listHomeBindings } from './listBindings';
import { listObjections } from './listObjections';
import { members } from './members';
import { objectToMember } from './objectToMember';
import { reachBinding } from './reach';
import { rejectBinding } from './rejectBinding';
import { removeMember } from './removeMember';
import { requestBinding } from './requestBinding';
import { seeInvitation } from './seeInvitation';
import { settleObjection } from './settleObjection';
import { whoAmI } from './whoAmI';

const owner = holderOfHome('owner');
const anyHolder = holderOfHome('owner', 'family', 'tenant');
const customerService = staffOfCommunity('customerService');

/** Binding, accepting, leaving and taking up a post reach for oneself: what they prove, they prove in the use case. */
export const peopleRoutes: Routes<Extract<keyof Routes, `people.${string}`>> = {
  'people.whoAmI': { reach: reachSelf, who: [anyPerson], read: whoAmI },
  'people.invitation': { reach: reachSelf, who: [anyPerson], read: seeInvitation },
  'people.bindHome': { reach: reachSelf, who: [anyPerson], change: byChange(bindHome) },
  'people.requestBinding': { reach: reachSelf, who: [anyPerson], change: byChange(requestBinding) },
  'people.acceptInvitation': { reach: reachSelf, who: [anyPerson], change: byChange(acceptInvitation) },
  'people.leaveHome': { reach: reachSelf, who: [anyPerson], change: byChange(leaveHome) },
  'people.joinAsStaff': { reach: reachSelf, who: [anyPerson], change: byChange(joinAsStaff) },

  'people.members': { reach: reachHome, who: [anyHolder, customerService], read: members },
  'people.homeBindings': { reach: reachHome, who: [owner], read: listHomeBindings },
  'people.inviteMember': { reach: reachHome, who: [owner], change: byChange(inviteMember) },
  'people.removeMember': { reach: reachHome, who: [owner], change: byChange(removeMember) },
  'people.objectToMember': { reach: reachHome, who: [anyHolder], change: byChange(objectToMember) },
  'people.decideObjection': { reach: reachHome, who: [customerService], change: byChange(settleObjection) },

  'people.objections': { reach: reachCommunity, who: [customerService], read: listObjections },
  'people.bindings': { reach: reachCommunity, who: [customerService], read: listBindings },
  'people.approveBinding': {
    reach: reachBinding,
    who: [owner, customerService],
    change: byChange(approveBinding),
  },
  'people.rejectBinding': {
    reach: reachBinding,
    who: [owner, customerService],
    change: byChange(rejectBinding),
  },
};
