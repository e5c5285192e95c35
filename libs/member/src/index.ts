export type { MemberKind } from './member.entity.js';
export { MemberModule } from './member.module.js';
export { MemberService, type NewMember } from './member.service.js';
