import { CloudError } from '../../core/errors';

/** The text with which something is refused; fails when it is not refused or fails otherwise. */
export function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CloudError && error.code === 'DATABASE_REQUEST_FAILED') return error.message;
    throw error;
  }
  throw new Error('was not refused');
}
