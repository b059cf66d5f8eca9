export default definePageConfig({ navigationBarTitleText: '财务台', enablePullDownRefresh: true });
