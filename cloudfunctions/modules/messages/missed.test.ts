import { amongOf } from './missed';

test('who lives or lived here is a resident, also by the account alone', () => {
  expect(amongOf({ residentId: 'r' })).toBe('residents');
  expect(amongOf({ openid: 'o', residentId: 'r' })).toBe('residents');
  expect(amongOf({ openid: 'o' })).toBe('residents');
});

test('a colleague is one of the staff, and so is a duty that nobody holds', () => {
  expect(amongOf({ openid: 'o', staffId: 's' })).toBe('staff');
  expect(amongOf({ staffId: 's' })).toBe('staff');
  expect(amongOf({})).toBe('staff');
});
