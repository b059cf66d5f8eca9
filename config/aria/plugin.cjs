const attributes = require('./attributes.json');

/** Taro's templates leave `aria-*` out, so that labels vanish in WeChat: this adds them where attributes.json says. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [platform.runtimePath, require.resolve('./runtime.js')].flat();
    },
  });
};
