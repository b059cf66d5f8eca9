/** What anybody sees before they have said who they are. */
export interface Welcome {
  readonly communityName: string;
}

export interface CommunityContract {
  readonly 'community.welcome': { readonly input: Record<string, never>; readonly output: Welcome };
}
