export type GrantView = {
  id: string;
  memberId: string;
  name: string;
  reason: string;
  grantedBy: string;
  grantedAt: Date;
};
