export { Member, type MemberKind, Membership } from './member.entity.js';
export { MemberModule } from './member.module.js';
export { MemberService, type NewMember } from './member.service.js';
