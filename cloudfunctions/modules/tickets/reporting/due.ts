import type { DueHandlers } from '../../../kernel/due';
import { checkContent } from './content/checkContent';

export const reportingDue: DueHandlers = { contentCheck: checkContent };
