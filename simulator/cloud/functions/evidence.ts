import type { Evidence } from '../core/evidence';

const sdk = 'wx-server-sdk 4.0.2 run against this cloud';
const context = 'WeChat reference Cloud.getWXContext';
const logs = 'error texts in public issue trackers';
const codes = 'docs.cloudbase.net error-code/basic';
const scf = 'cloud.tencent.com document 583 (SCF)';

/** Why the functions room behaves as it does. */
export const evidence: Evidence[] = [
  {
    behaviour:
      'getWXContext reads the environment at the time of the call; keys are listed in WX_CONTEXT_KEYS',
    kind: 'measured',
    source: sdk,
  },
  {
    behaviour: 'SOURCE: wx_client, wx_trigger, wx_http, …; every function on the way adds ",scf"',
    kind: 'document',
    source: context,
  },
  {
    behaviour: 'a script outside the cloud that calls a function shows as SOURCE "scf"',
    kind: 'guess',
    source: 'the chain that the SDK sends in X-TCB-Source',
  },
  {
    behaviour: 'a call from a mini-program carries event.userInfo {appId, openId}, overwriting what was sent',
    kind: 'document',
    source: 'WeChat guide 云函数获取用户信息; the overwriting is a guess',
  },
  {
    behaviour: 'a function called by a function gets no event.userInfo; the user stays in getWXContext',
    kind: 'guess',
    source: 'not published',
  },
  {
    behaviour: 'one call at a time per instance; further calls get further instances',
    kind: 'document',
    source: 'WeChat guide 云函数运行机制',
  },
  {
    behaviour:
      'calls over the instance limit of this machine wait, unless a function makes them; the real limit is 1,000 and then refuses',
    kind: 'guess',
    source: 'a laptop cannot run 1,000 processes',
  },
  { behaviour: 'an idle instance goes after five minutes', kind: 'guess', source: 'not published' },
  {
    behaviour:
      'what a function leaves running after its answer goes on; the real platform freezes it until the next call',
    kind: 'guess',
    source: 'reports contradict each other',
  },
  {
    behaviour: 'the time zone is UTC unless the variable TZ is set',
    kind: 'document',
    source: 'WeChat guide 云函数注意事项',
  },
  {
    behaviour:
      'timeout: 3 s by default; FUNCTIONS_TIME_LIMIT_EXCEEDED, "Invoking task timed out after 3 seconds", shown to phones as -504003',
    kind: 'measured',
    source: `${codes} for the code, ${logs} for text and number`,
  },
  {
    behaviour: 'a timeout up to 900 s is accepted; WeChat’s own console allows 60 s',
    kind: 'document',
    source: `${scf}, WeChat console`,
  },
  {
    behaviour:
      'a thrown error is FUNCTIONS_EXECUTE_FAIL with the stack as text, shown to phones as "-504002 functions execute fail"',
    kind: 'measured',
    source: logs,
  },
  { behaviour: 'code lies in /var/user', kind: 'measured', source: `stacks in ${logs}` },
  {
    behaviour: 'a function runs in its own folder, so that ./file is a file beside it',
    kind: 'guess',
    source: 'SCF starts functions in /var/user; no page says so',
  },
  {
    behaviour: 'the end of the process in mid-call is "User process exit when running"',
    kind: 'guess',
    source: `the status of that name in ${scf}; the text a caller sees is not published`,
  },
  {
    behaviour:
      'more memory than configured is FUNCTIONS_MEMORY_LIMIT_EXCEEDED; here only the JavaScript heap is limited',
    kind: 'document',
    source: codes,
  },
  {
    behaviour:
      'an unknown function: FUNCTION_NOT_FOUND "FunctionName parameter could not be found.", shown to phones as -501000',
    kind: 'measured',
    source: logs,
  },
  {
    behaviour: 'a result over 1 MB is refused; phones see -604001',
    kind: 'document',
    source:
      'error table of wx-server-sdk; the string code WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT on the SDK’s wire is a guess',
  },
  {
    behaviour: 'an event over 100 KB is refused with EXCEED_REQUEST_SIZE_LIMIT',
    kind: 'document',
    source: `Cloud.callFunction for the size (advice there), ${codes} for the code`,
  },
  {
    behaviour: 'a result is what JSON makes of it; nothing at all becomes null',
    kind: 'measured',
    source: 'results seen by mini-programs',
  },
  {
    behaviour: 'the SDK shows failures of callFunction as errCode -1 with a string code',
    kind: 'measured',
    source: sdk,
  },
  {
    behaviour: 'a bundle may take 65 s to load before its first call',
    kind: 'document',
    source: `${scf}: initialization timeout`,
  },
  {
    behaviour:
      'config.json may hold permissions, triggers, timeout, memorySize, envVariables; other words are passed over',
    kind: 'guess',
    source: 'projects in the open hold other words there',
  },
];
