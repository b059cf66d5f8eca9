const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

// Shows what a function is given: the event, the context, who calls, what time and zone it is.
let calls = 0;

exports.main = async (event, context) => {
  calls += 1;
  return {
    event,
    context,
    wx: cloud.getWXContext(),
    calls,
    pid: process.pid,
    now: Date.now(),
    zone: process.env.TZ,
    offset: new Date().getTimezoneOffset(),
    trigger: process.env.TRIGGER_SRC,
    identityNames: Object.keys(process.env).filter((name) => /^WX_|OPENID/.test(name)),
  };
};
