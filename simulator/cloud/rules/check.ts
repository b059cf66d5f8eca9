import { CloudError } from '../core/errors';
import type { DatabaseFile, EnvironmentFile } from '../core/project';
import { parseRule } from './syntax';

/** Refuses a rule that does not parse when the cloud starts, with its place, rather than when a phone first meets it. */
export function checkRules(database: DatabaseFile, environment: EnvironmentFile): void {
  for (const { name, rules } of database.collections) checkAll(`database.json: rules of ${name}`, rules);
  checkAll('environment.json: storageRules', environment.storageRules);
  for (const [name, { invoke }] of Object.entries(environment.functionRules))
    checkAll('environment.json: functionRules', { [name]: invoke });
}

function checkAll(place: string, rules: Readonly<Record<string, boolean | string>>): void {
  for (const [operation, rule] of Object.entries(rules)) {
    if (typeof rule !== 'string') continue;
    try {
      parseRule(rule);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      throw new CloudError('PROJECT_FILE_INVALID', `${place}.${operation}: ${error.message}`);
    }
  }
}
