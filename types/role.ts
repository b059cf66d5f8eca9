/** How a person lives with a home (住户关系). */
export const relations = ['owner', 'family', 'tenant'] as const;
export type Relation = (typeof relations)[number];

/**
 * What a person does for a whole community (岗位). A member of the owners' committee (业委会) is no staff, but holds the duty in
 * the same way: for one community, from one day to another.
 */
export const duties = [
  'customerService',
  'engineer',
  'guard',
  'finance',
  'supervisor',
  'projectManager',
  'committee',
] as const;
export type Duty = (typeof duties)[number];
