export default definePageConfig({ navigationBarTitleText: '服务', enablePullDownRefresh: false });
