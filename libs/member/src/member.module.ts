import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Member, Membership } from './member.entity.js';
import { MemberService } from './member.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Member, Membership])],
  providers: [MemberService],
  exports: [MemberService],
})
export class MemberModule {}
