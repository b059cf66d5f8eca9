import type { DueHandlers } from '../../kernel/due';
import { lookAfterImportFiles } from './importFiles';

/** What the tick looks after for imports. */
export const setupDue: DueHandlers = { importFiles: lookAfterImportFiles };
