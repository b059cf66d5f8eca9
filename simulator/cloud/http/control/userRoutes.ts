import { z } from 'zod';
import { CloudError } from '../../core/errors';
import type { UserService } from '../../users/service';
import { type ControlRoute, controlRoute } from './route';

const newUser = z.strictObject({
  openid: z.string().optional(),
  unionid: z.string().optional(),
  name: z.string().min(1).max(64).optional(),
  nickname: z.string().max(64).optional(),
  phone: z.string().optional(),
  avatar: z.string().nullable().optional(),
});

/** The simulated WeChat users. */
export function userRoutes(users: UserService): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/users',
      summary: 'the simulated WeChat users',
      run: () => ({ users: users.list() }),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/users',
      summary:
        'make a user {openid?, unionid?, name?, nickname?, phone?, avatar?}; what is not given is made up',
      input: newUser,
      run: ({ input }) => users.create(input),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/users/:openid',
      summary: "change a user's {nickname?, phone?, avatar?}",
      input: newUser.pick({ nickname: true, phone: true, avatar: true }),
      run: ({ params, input }) => {
        if (!users.find(params.openid ?? ''))
          throw new CloudError('USER_NOT_FOUND', `no user is ${params.openid}`);
        return users.update(params.openid ?? '', input);
      },
    }),
  ];
}
