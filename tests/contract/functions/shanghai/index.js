exports.main = async () => ({
  zone: process.env.TZ,
  greeting: process.env.GREETING,
  offset: new Date().getTimezoneOffset(),
  hour: new Date(0).getHours(),
});
