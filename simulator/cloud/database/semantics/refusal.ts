import { CloudError } from '../../core/errors';

/** MongoDB refused the request; the message is MongoDB's own text. The SDK shows it as errCode -502001. */
export function refuse(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message);
}

/** MongoDB may allow it, but the simulator does not emulate it: refused by name, never answered wrongly. */
export function notEmulated(what: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `${what} is not emulated by the simulator's database`);
}
