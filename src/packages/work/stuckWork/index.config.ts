export default definePageConfig({ navigationBarTitleText: '停下的后台工作', enablePullDownRefresh: true });
