import { messages } from './checks/messages';
import { openapi } from './checks/openapi';
import { runContract } from './harness/jest';

runContract([messages, openapi]);
