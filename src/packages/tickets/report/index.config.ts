export default definePageConfig({ navigationBarTitleText: '报修和反映' });
