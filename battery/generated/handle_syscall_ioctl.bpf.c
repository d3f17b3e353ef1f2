/* SPDX-License-Identifier: GPL-2.0-only OR MIT */
/*
 * Generated from templates/handle_syscall.bpf.c.j2,
 * battery/syscalls.toml, battery/formats and battery/uapi.
 * Do not edit: change one of those and run `python -m traceleft.generate`.
 */
#include <traceleft/handler.h>

#if !defined(TRACELEFT_COMPAT)
SEC("kprobe/handle_ioctl")
int handle_ioctl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1)) {
	case 1: /* FIBMAP */
		enter_memory(&entry, 2, 4);
		break;
	case 0xc0185879: /* FITRIM */
	case 0xc018aa3f: /* UFFDIO_API */
		enter_memory(&entry, 2, 24);
		break;
	case 35090: /* SIOCGIFCONF */
		enter_memory(&entry, 2, 16);
		break;
	case 21505: /* TCGETS */
	case 0x80247009: /* RTC_RD_TIME */

	case 21506: /* TCSETS */
	case 21507: /* TCSETSW */
	case 21508: /* TCSETSF */
	case 0x4024700a: /* RTC_SET_TIME */

	case 0x802c542a: /* TCGETS2 */

	case 0x402c542b: /* TCSETS2 */
	case 0x402c542c: /* TCSETSW2 */
	case 0x402c542d: /* TCSETSF2 */

	case 21509: /* TCGETA */

	case 21510: /* TCSETA */
	case 21511: /* TCSETAW */
	case 21512: /* TCSETAF */

	case 4704: /* BLKGETSIZE */
	case 4707: /* BLKRAGET */
	case 4709: /* BLKFRAGET */
	case 21523: /* TIOCGWINSZ */
	case 21600: /* FIOQSIZE */
	case 22017: /* VT_GETMODE */
	case 0x80081272: /* BLKGETSIZE64 */
	case 0x80086601: /* FS_IOC_GETFLAGS */

	case 21524: /* TIOCSWINSZ */
	case 22018: /* VT_SETMODE */
	case 0x40086602: /* FS_IOC_SETFLAGS */

	case 4701: /* BLKROSET */
	case 21520: /* TIOCSPGRP */
	case 21526: /* TIOCMBIS */
	case 21527: /* TIOCMBIC */
	case 21528: /* TIOCMSET */
	case 21530: /* TIOCSSOFTCAR */
	case 21536: /* TIOCPKT */
	case 21537: /* FIONBIO */
	case 21539: /* TIOCSETD */
	case 21586: /* FIOASYNC */
	case 35073: /* FIOSETOWN */
	case 35074: /* SIOCSPGRP */
	case 0x40045201: /* RNDADDTOENTCNT */
	case 0x40045431: /* TIOCSPTLCK */

	case 4702: /* BLKROGET */
	case 4712: /* BLKSSZGET */
	case 4728: /* BLKIOMIN */
	case 4729: /* BLKIOOPT */
	case 4730: /* BLKALIGNOFF */
	case 4731: /* BLKPBSZGET */
	case 19259: /* KDGETMODE */
	case 19268: /* KDGKBMODE */
	case 21519: /* TIOCGPGRP */
	case 21521: /* TIOCOUTQ */
	case 21525: /* TIOCMGET */
	case 21529: /* TIOCGSOFTCAR */
	case 21531: /* FIONREAD */
	case 21540: /* TIOCGETD */
	case 21545: /* TIOCGSID */
	case 22016: /* VT_OPENQRY */
	case 35076: /* SIOCGPGRP */
	case 35077: /* SIOCATMARK */
	case 35147: /* SIOCOUTQNSD */
	case 46852: /* NS_GET_OWNER_UID */
	case 0x80045200: /* RNDGETENTCNT */
	case 0x80045430: /* TIOCGPTN */
	case 0x80045439: /* TIOCGPTLCK */

	case 21534: /* TIOCGSERIAL */

	case 21535: /* TIOCSSERIAL */

	case 4703: /* BLKRRPART */
	case 4705: /* BLKFLSBUF */
	case 4706: /* BLKRASET */
	case 4708: /* BLKFRASET */
	case 9216: /* PERF_EVENT_IOC_ENABLE */
	case 9217: /* PERF_EVENT_IOC_DISABLE */
	case 9218: /* PERF_EVENT_IOC_REFRESH */
	case 9219: /* PERF_EVENT_IOC_RESET */
	case 9221: /* PERF_EVENT_IOC_SET_OUTPUT */
	case 19258: /* KDSETMODE */
	case 19269: /* KDSKBMODE */
	case 19456: /* LOOP_SET_FD */
	case 19457: /* LOOP_CLR_FD */
	case 19462: /* LOOP_CHANGE_FD */
	case 19463: /* LOOP_SET_CAPACITY */
	case 19464: /* LOOP_SET_DIRECT_IO */
	case 19465: /* LOOP_SET_BLOCK_SIZE */
	case 19584: /* LOOP_CTL_ADD */
	case 19585: /* LOOP_CTL_REMOVE */
	case 19586: /* LOOP_CTL_GET_FREE */
	case 21513: /* TCSBRK */
	case 21514: /* TCXONC */
	case 21515: /* TCFLSH */
	case 21516: /* TIOCEXCL */
	case 21517: /* TIOCNXCL */
	case 21518: /* TIOCSCTTY */
	case 21538: /* TIOCNOTTY */
	case 21541: /* TCSBRKP */
	case 21543: /* TIOCSBRK */
	case 21544: /* TIOCCBRK */
	case 21569: /* TIOCGPTPEER */
	case 21584: /* FIONCLEX */
	case 21585: /* FIOCLEX */
	case 22022: /* VT_ACTIVATE */
	case 22023: /* VT_WAITACTIVE */
	case 22024: /* VT_DISALLOCATE */
	case 44544: /* KVM_GET_API_VERSION */
	case 44545: /* KVM_CREATE_VM */
	case 44547: /* KVM_CHECK_EXTENSION */
	case 44548: /* KVM_GET_VCPU_MMAP_SIZE */
	case 44609: /* KVM_CREATE_VCPU */
	case 44615: /* KVM_SET_TSS_ADDR */
	case 44672: /* KVM_RUN */
	case 46849: /* NS_GET_USERNS */
	case 46850: /* NS_GET_PARENT */
	case 46851: /* NS_GET_NSTYPE */
	case 0x40042408: /* PERF_EVENT_IOC_SET_BPF */
	case 0x400454c8: /* TUNSETNOCSUM */
	case 0x400454c9: /* TUNSETDEBUG */
	case 0x400454cb: /* TUNSETPERSIST */
	case 0x400454cc: /* TUNSETOWNER */
	case 0x400454cd: /* TUNSETLINK */
	case 0x400454ce: /* TUNSETGROUP */
	case 0x400454d0: /* TUNSETOFFLOAD */
	case 0x40049409: /* FICLONE */

	case 4711: /* BLKSECTGET */
	case 4734: /* BLKROTATIONAL */

	case 4727: /* BLKDISCARD */
	case 4733: /* BLKSECDISCARD */
	case 4735: /* BLKZEROOUT */
	case 0x8010aa01: /* UFFDIO_UNREGISTER */
	case 0x8010aa02: /* UFFDIO_WAKE */

	case 769: /* HDIO_GETGEO */

	case 0x4020940d: /* FICLONERANGE */
	case 0xc020660b: /* FS_IOC_FIEMAP */
	case 0xc020aa00: /* UFFDIO_REGISTER */
	case 0xc020aa04: /* UFFDIO_ZEROPAGE */

	case 0x801c581f: /* FS_IOC_FSGETXATTR */

	case 0x401c5820: /* FS_IOC_FSSETXATTR */

	case 19461: /* LOOP_GET_STATUS64 */

	case 19460: /* LOOP_SET_STATUS64 */

	case 19466: /* LOOP_CONFIGURE */

	case 35083: /* SIOCADDRT */
	case 35084: /* SIOCDELRT */

	case 35155: /* SIOCDARP */
	case 35156: /* SIOCGARP */
	case 35157: /* SIOCSARP */

	case 35088: /* SIOCGIFNAME */
	case 35091: /* SIOCGIFFLAGS */
	case 35092: /* SIOCSIFFLAGS */
	case 35093: /* SIOCGIFADDR */
	case 35094: /* SIOCSIFADDR */
	case 35095: /* SIOCGIFDSTADDR */
	case 35096: /* SIOCSIFDSTADDR */
	case 35097: /* SIOCGIFBRDADDR */
	case 35098: /* SIOCSIFBRDADDR */
	case 35099: /* SIOCGIFNETMASK */
	case 35100: /* SIOCSIFNETMASK */
	case 35101: /* SIOCGIFMETRIC */
	case 35102: /* SIOCSIFMETRIC */
	case 35105: /* SIOCGIFMTU */
	case 35106: /* SIOCSIFMTU */
	case 35107: /* SIOCSIFNAME */
	case 35108: /* SIOCSIFHWADDR */
	case 35111: /* SIOCGIFHWADDR */
	case 35123: /* SIOCGIFINDEX */
	case 35138: /* SIOCGIFTXQLEN */
	case 35139: /* SIOCSIFTXQLEN */
	case 35142: /* SIOCETHTOOL */
	case 35143: /* SIOCGMIIPHY */
	case 35144: /* SIOCGMIIREG */
	case 35145: /* SIOCSMIIREG */
	case 35184: /* SIOCGIFMAP */
	case 35185: /* SIOCSIFMAP */
	case 35234: /* SIOCBRADDIF */
	case 35235: /* SIOCBRDELIF */
	case 0x400454ca: /* TUNSETIFF */
	case 0x800454d2: /* TUNGETIFF */
	case 0xc028aa03: /* UFFDIO_COPY */

	case 0x40082406: /* PERF_EVENT_IOC_SET_FILTER */
		break;
	default:
		enter_memory(&entry, 2, entered_ioc_size(&entry, 1));
	}
	return 0;
}

SEC("kretprobe/handle_ioctl")
int handle_ioctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 21505: /* TCGETS */
	case 0x80247009: /* RTC_RD_TIME */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 36);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21506: /* TCSETS */
	case 21507: /* TCSETSW */
	case 21508: /* TCSETSF */
	case 0x4024700a: /* RTC_SET_TIME */
		record_memory(&record, 0, 2, 36);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x802c542a: /* TCGETS2 */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 44);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x402c542b: /* TCSETS2 */
	case 0x402c542c: /* TCSETSW2 */
	case 0x402c542d: /* TCSETSF2 */
		record_memory(&record, 0, 2, 44);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21509: /* TCGETA */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 18);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21510: /* TCSETA */
	case 21511: /* TCSETAW */
	case 21512: /* TCSETAF */
		record_memory(&record, 0, 2, 18);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4704: /* BLKGETSIZE */
	case 4707: /* BLKRAGET */
	case 4709: /* BLKFRAGET */
	case 21523: /* TIOCGWINSZ */
	case 21600: /* FIOQSIZE */
	case 22017: /* VT_GETMODE */
	case 0x80081272: /* BLKGETSIZE64 */
	case 0x80086601: /* FS_IOC_GETFLAGS */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21524: /* TIOCSWINSZ */
	case 22018: /* VT_SETMODE */
	case 0x40086602: /* FS_IOC_SETFLAGS */
		record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4701: /* BLKROSET */
	case 21520: /* TIOCSPGRP */
	case 21526: /* TIOCMBIS */
	case 21527: /* TIOCMBIC */
	case 21528: /* TIOCMSET */
	case 21530: /* TIOCSSOFTCAR */
	case 21536: /* TIOCPKT */
	case 21537: /* FIONBIO */
	case 21539: /* TIOCSETD */
	case 21586: /* FIOASYNC */
	case 35073: /* FIOSETOWN */
	case 35074: /* SIOCSPGRP */
	case 0x40045201: /* RNDADDTOENTCNT */
	case 0x40045431: /* TIOCSPTLCK */
		record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4702: /* BLKROGET */
	case 4712: /* BLKSSZGET */
	case 4728: /* BLKIOMIN */
	case 4729: /* BLKIOOPT */
	case 4730: /* BLKALIGNOFF */
	case 4731: /* BLKPBSZGET */
	case 19259: /* KDGETMODE */
	case 19268: /* KDGKBMODE */
	case 21519: /* TIOCGPGRP */
	case 21521: /* TIOCOUTQ */
	case 21525: /* TIOCMGET */
	case 21529: /* TIOCGSOFTCAR */
	case 21531: /* FIONREAD */
	case 21540: /* TIOCGETD */
	case 21545: /* TIOCGSID */
	case 22016: /* VT_OPENQRY */
	case 35076: /* SIOCGPGRP */
	case 35077: /* SIOCATMARK */
	case 35147: /* SIOCOUTQNSD */
	case 46852: /* NS_GET_OWNER_UID */
	case 0x80045200: /* RNDGETENTCNT */
	case 0x80045430: /* TIOCGPTN */
	case 0x80045439: /* TIOCGPTLCK */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21534: /* TIOCGSERIAL */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 72);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21535: /* TIOCSSERIAL */
		record_memory(&record, 0, 2, 72);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4703: /* BLKRRPART */
	case 4705: /* BLKFLSBUF */
	case 4706: /* BLKRASET */
	case 4708: /* BLKFRASET */
	case 9216: /* PERF_EVENT_IOC_ENABLE */
	case 9217: /* PERF_EVENT_IOC_DISABLE */
	case 9218: /* PERF_EVENT_IOC_REFRESH */
	case 9219: /* PERF_EVENT_IOC_RESET */
	case 9221: /* PERF_EVENT_IOC_SET_OUTPUT */
	case 19258: /* KDSETMODE */
	case 19269: /* KDSKBMODE */
	case 19456: /* LOOP_SET_FD */
	case 19457: /* LOOP_CLR_FD */
	case 19462: /* LOOP_CHANGE_FD */
	case 19463: /* LOOP_SET_CAPACITY */
	case 19464: /* LOOP_SET_DIRECT_IO */
	case 19465: /* LOOP_SET_BLOCK_SIZE */
	case 19584: /* LOOP_CTL_ADD */
	case 19585: /* LOOP_CTL_REMOVE */
	case 19586: /* LOOP_CTL_GET_FREE */
	case 21513: /* TCSBRK */
	case 21514: /* TCXONC */
	case 21515: /* TCFLSH */
	case 21516: /* TIOCEXCL */
	case 21517: /* TIOCNXCL */
	case 21518: /* TIOCSCTTY */
	case 21538: /* TIOCNOTTY */
	case 21541: /* TCSBRKP */
	case 21543: /* TIOCSBRK */
	case 21544: /* TIOCCBRK */
	case 21569: /* TIOCGPTPEER */
	case 21584: /* FIONCLEX */
	case 21585: /* FIOCLEX */
	case 22022: /* VT_ACTIVATE */
	case 22023: /* VT_WAITACTIVE */
	case 22024: /* VT_DISALLOCATE */
	case 44544: /* KVM_GET_API_VERSION */
	case 44545: /* KVM_CREATE_VM */
	case 44547: /* KVM_CHECK_EXTENSION */
	case 44548: /* KVM_GET_VCPU_MMAP_SIZE */
	case 44609: /* KVM_CREATE_VCPU */
	case 44615: /* KVM_SET_TSS_ADDR */
	case 44672: /* KVM_RUN */
	case 46849: /* NS_GET_USERNS */
	case 46850: /* NS_GET_PARENT */
	case 46851: /* NS_GET_NSTYPE */
	case 0x40042408: /* PERF_EVENT_IOC_SET_BPF */
	case 0x400454c8: /* TUNSETNOCSUM */
	case 0x400454c9: /* TUNSETDEBUG */
	case 0x400454cb: /* TUNSETPERSIST */
	case 0x400454cc: /* TUNSETOWNER */
	case 0x400454cd: /* TUNSETLINK */
	case 0x400454ce: /* TUNSETGROUP */
	case 0x400454d0: /* TUNSETOFFLOAD */
	case 0x40049409: /* FICLONE */
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4711: /* BLKSECTGET */
	case 4734: /* BLKROTATIONAL */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4727: /* BLKDISCARD */
	case 4733: /* BLKSECDISCARD */
	case 4735: /* BLKZEROOUT */
	case 0x8010aa01: /* UFFDIO_UNREGISTER */
	case 0x8010aa02: /* UFFDIO_WAKE */
		record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 769: /* HDIO_GETGEO */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 1: /* FIBMAP */
		record_memory(&record, 0, 2, 4);
		record_passed(&record, 1, 2);
		break;
	case 0x4020940d: /* FICLONERANGE */
	case 0xc020660b: /* FS_IOC_FIEMAP */
	case 0xc020aa00: /* UFFDIO_REGISTER */
	case 0xc020aa04: /* UFFDIO_ZEROPAGE */
		record_memory(&record, 0, 2, 32);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x801c581f: /* FS_IOC_FSGETXATTR */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 28);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x401c5820: /* FS_IOC_FSSETXATTR */
		record_memory(&record, 0, 2, 28);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0xc0185879: /* FITRIM */
	case 0xc018aa3f: /* UFFDIO_API */
		record_memory(&record, 0, 2, 24);
		record_passed(&record, 1, 2);
		break;
	case 19461: /* LOOP_GET_STATUS64 */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 232);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19460: /* LOOP_SET_STATUS64 */
		record_memory(&record, 0, 2, 232);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19466: /* LOOP_CONFIGURE */
		record_memory(&record, 0, 2, 304);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 35090: /* SIOCGIFCONF */
		record_memory(&record, 0, 2, 16);
		record_passed(&record, 1, 2);
		break;
	case 35083: /* SIOCADDRT */
	case 35084: /* SIOCDELRT */
		record_memory(&record, 0, 2, 120);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 35155: /* SIOCDARP */
	case 35156: /* SIOCGARP */
	case 35157: /* SIOCSARP */
		record_memory(&record, 0, 2, 68);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 35088: /* SIOCGIFNAME */
	case 35091: /* SIOCGIFFLAGS */
	case 35092: /* SIOCSIFFLAGS */
	case 35093: /* SIOCGIFADDR */
	case 35094: /* SIOCSIFADDR */
	case 35095: /* SIOCGIFDSTADDR */
	case 35096: /* SIOCSIFDSTADDR */
	case 35097: /* SIOCGIFBRDADDR */
	case 35098: /* SIOCSIFBRDADDR */
	case 35099: /* SIOCGIFNETMASK */
	case 35100: /* SIOCSIFNETMASK */
	case 35101: /* SIOCGIFMETRIC */
	case 35102: /* SIOCSIFMETRIC */
	case 35105: /* SIOCGIFMTU */
	case 35106: /* SIOCSIFMTU */
	case 35107: /* SIOCSIFNAME */
	case 35108: /* SIOCSIFHWADDR */
	case 35111: /* SIOCGIFHWADDR */
	case 35123: /* SIOCGIFINDEX */
	case 35138: /* SIOCGIFTXQLEN */
	case 35139: /* SIOCSIFTXQLEN */
	case 35142: /* SIOCETHTOOL */
	case 35143: /* SIOCGMIIPHY */
	case 35144: /* SIOCGMIIREG */
	case 35145: /* SIOCSMIIREG */
	case 35184: /* SIOCGIFMAP */
	case 35185: /* SIOCSIFMAP */
	case 35234: /* SIOCBRADDIF */
	case 35235: /* SIOCBRDELIF */
	case 0x400454ca: /* TUNSETIFF */
	case 0x800454d2: /* TUNGETIFF */
	case 0xc028aa03: /* UFFDIO_COPY */
		record_memory(&record, 0, 2, 40);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x40082406: /* PERF_EVENT_IOC_SET_FILTER */
		record_text(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_buffer(&record, 0, 2, record_ioc_size(&record, 1));
		record_passed(&record, 1, 2);
	}
	return record_submit(&record);
}
#elif defined(TRACELEFT_I386)
SEC("kprobe/handle_ioctl")
int handle_ioctl(void *ctx)
{
	struct entry entry;

	if (!enter_call(&entry, ctx))
		return 0;
	switch ((u32)entered_argument(&entry, 1)) {
	case 1: /* FIBMAP */
		enter_memory(&entry, 2, 4);
		break;
	case 0xc0185879: /* FITRIM */
	case 0xc018aa3f: /* UFFDIO_API */
		enter_memory(&entry, 2, 24);
		break;
	case 35090: /* SIOCGIFCONF */
		enter_memory(&entry, 2, 8);
		break;
	case 21505: /* TCGETS */
	case 0x80247009: /* RTC_RD_TIME */

	case 21506: /* TCSETS */
	case 21507: /* TCSETSW */
	case 21508: /* TCSETSF */
	case 0x4024700a: /* RTC_SET_TIME */

	case 0x802c542a: /* TCGETS2 */

	case 0x402c542b: /* TCSETS2 */
	case 0x402c542c: /* TCSETSW2 */
	case 0x402c542d: /* TCSETSF2 */

	case 21509: /* TCGETA */

	case 21510: /* TCSETA */
	case 21511: /* TCSETAW */
	case 21512: /* TCSETAF */

	case 769: /* HDIO_GETGEO */
	case 21523: /* TIOCGWINSZ */
	case 22017: /* VT_GETMODE */

	case 4727: /* BLKDISCARD */
	case 4733: /* BLKSECDISCARD */
	case 4735: /* BLKZEROOUT */
	case 21524: /* TIOCSWINSZ */
	case 22018: /* VT_SETMODE */

	case 4701: /* BLKROSET */
	case 21520: /* TIOCSPGRP */
	case 21526: /* TIOCMBIS */
	case 21527: /* TIOCMBIC */
	case 21528: /* TIOCMSET */
	case 21530: /* TIOCSSOFTCAR */
	case 21536: /* TIOCPKT */
	case 21537: /* FIONBIO */
	case 21539: /* TIOCSETD */
	case 21586: /* FIOASYNC */
	case 35073: /* FIOSETOWN */
	case 35074: /* SIOCSPGRP */
	case 0x40045201: /* RNDADDTOENTCNT */
	case 0x40045431: /* TIOCSPTLCK */
	case 0x40046602: /* FS_IOC_SETFLAGS */

	case 4702: /* BLKROGET */
	case 4704: /* BLKGETSIZE */
	case 4707: /* BLKRAGET */
	case 4709: /* BLKFRAGET */
	case 4712: /* BLKSSZGET */
	case 4728: /* BLKIOMIN */
	case 4729: /* BLKIOOPT */
	case 4730: /* BLKALIGNOFF */
	case 4731: /* BLKPBSZGET */
	case 19259: /* KDGETMODE */
	case 19268: /* KDGKBMODE */
	case 21519: /* TIOCGPGRP */
	case 21521: /* TIOCOUTQ */
	case 21525: /* TIOCMGET */
	case 21529: /* TIOCGSOFTCAR */
	case 21531: /* FIONREAD */
	case 21540: /* TIOCGETD */
	case 21545: /* TIOCGSID */
	case 21600: /* FIOQSIZE */
	case 22016: /* VT_OPENQRY */
	case 35076: /* SIOCGPGRP */
	case 35077: /* SIOCATMARK */
	case 35147: /* SIOCOUTQNSD */
	case 46852: /* NS_GET_OWNER_UID */
	case 0x80041272: /* BLKGETSIZE64 */
	case 0x80045200: /* RNDGETENTCNT */
	case 0x80045430: /* TIOCGPTN */
	case 0x80045439: /* TIOCGPTLCK */
	case 0x80046601: /* FS_IOC_GETFLAGS */

	case 21534: /* TIOCGSERIAL */

	case 21535: /* TIOCSSERIAL */

	case 4703: /* BLKRRPART */
	case 4705: /* BLKFLSBUF */
	case 4706: /* BLKRASET */
	case 4708: /* BLKFRASET */
	case 9216: /* PERF_EVENT_IOC_ENABLE */
	case 9217: /* PERF_EVENT_IOC_DISABLE */
	case 9218: /* PERF_EVENT_IOC_REFRESH */
	case 9219: /* PERF_EVENT_IOC_RESET */
	case 9221: /* PERF_EVENT_IOC_SET_OUTPUT */
	case 19258: /* KDSETMODE */
	case 19269: /* KDSKBMODE */
	case 19456: /* LOOP_SET_FD */
	case 19457: /* LOOP_CLR_FD */
	case 19462: /* LOOP_CHANGE_FD */
	case 19463: /* LOOP_SET_CAPACITY */
	case 19464: /* LOOP_SET_DIRECT_IO */
	case 19465: /* LOOP_SET_BLOCK_SIZE */
	case 19584: /* LOOP_CTL_ADD */
	case 19585: /* LOOP_CTL_REMOVE */
	case 19586: /* LOOP_CTL_GET_FREE */
	case 21513: /* TCSBRK */
	case 21514: /* TCXONC */
	case 21515: /* TCFLSH */
	case 21516: /* TIOCEXCL */
	case 21517: /* TIOCNXCL */
	case 21518: /* TIOCSCTTY */
	case 21538: /* TIOCNOTTY */
	case 21541: /* TCSBRKP */
	case 21543: /* TIOCSBRK */
	case 21544: /* TIOCCBRK */
	case 21569: /* TIOCGPTPEER */
	case 21584: /* FIONCLEX */
	case 21585: /* FIOCLEX */
	case 22022: /* VT_ACTIVATE */
	case 22023: /* VT_WAITACTIVE */
	case 22024: /* VT_DISALLOCATE */
	case 44544: /* KVM_GET_API_VERSION */
	case 44545: /* KVM_CREATE_VM */
	case 44547: /* KVM_CHECK_EXTENSION */
	case 44548: /* KVM_GET_VCPU_MMAP_SIZE */
	case 44609: /* KVM_CREATE_VCPU */
	case 44615: /* KVM_SET_TSS_ADDR */
	case 44672: /* KVM_RUN */
	case 46849: /* NS_GET_USERNS */
	case 46850: /* NS_GET_PARENT */
	case 46851: /* NS_GET_NSTYPE */
	case 0x40042408: /* PERF_EVENT_IOC_SET_BPF */
	case 0x400454c8: /* TUNSETNOCSUM */
	case 0x400454c9: /* TUNSETDEBUG */
	case 0x400454cb: /* TUNSETPERSIST */
	case 0x400454cc: /* TUNSETOWNER */
	case 0x400454cd: /* TUNSETLINK */
	case 0x400454ce: /* TUNSETGROUP */
	case 0x400454d0: /* TUNSETOFFLOAD */
	case 0x40049409: /* FICLONE */

	case 4711: /* BLKSECTGET */
	case 4734: /* BLKROTATIONAL */

	case 35088: /* SIOCGIFNAME */
	case 35091: /* SIOCGIFFLAGS */
	case 35092: /* SIOCSIFFLAGS */
	case 35093: /* SIOCGIFADDR */
	case 35094: /* SIOCSIFADDR */
	case 35095: /* SIOCGIFDSTADDR */
	case 35096: /* SIOCSIFDSTADDR */
	case 35097: /* SIOCGIFBRDADDR */
	case 35098: /* SIOCSIFBRDADDR */
	case 35099: /* SIOCGIFNETMASK */
	case 35100: /* SIOCSIFNETMASK */
	case 35101: /* SIOCGIFMETRIC */
	case 35102: /* SIOCSIFMETRIC */
	case 35105: /* SIOCGIFMTU */
	case 35106: /* SIOCSIFMTU */
	case 35107: /* SIOCSIFNAME */
	case 35108: /* SIOCSIFHWADDR */
	case 35111: /* SIOCGIFHWADDR */
	case 35123: /* SIOCGIFINDEX */
	case 35138: /* SIOCGIFTXQLEN */
	case 35139: /* SIOCSIFTXQLEN */
	case 35142: /* SIOCETHTOOL */
	case 35143: /* SIOCGMIIPHY */
	case 35144: /* SIOCGMIIREG */
	case 35145: /* SIOCSMIIREG */
	case 35184: /* SIOCGIFMAP */
	case 35185: /* SIOCSIFMAP */
	case 35234: /* SIOCBRADDIF */
	case 35235: /* SIOCBRDELIF */
	case 0x400454ca: /* TUNSETIFF */
	case 0x4020940d: /* FICLONERANGE */
	case 0x800454d2: /* TUNGETIFF */
	case 0xc020660b: /* FS_IOC_FIEMAP */
	case 0xc020aa00: /* UFFDIO_REGISTER */
	case 0xc020aa04: /* UFFDIO_ZEROPAGE */

	case 0x801c581f: /* FS_IOC_FSGETXATTR */

	case 0x401c5820: /* FS_IOC_FSSETXATTR */

	case 19461: /* LOOP_GET_STATUS64 */

	case 19460: /* LOOP_SET_STATUS64 */

	case 19466: /* LOOP_CONFIGURE */

	case 35083: /* SIOCADDRT */
	case 35084: /* SIOCDELRT */

	case 35155: /* SIOCDARP */
	case 35156: /* SIOCGARP */
	case 35157: /* SIOCSARP */

	case 0x40042406: /* PERF_EVENT_IOC_SET_FILTER */

	case 0xc028aa03: /* UFFDIO_COPY */

	case 0x8010aa01: /* UFFDIO_UNREGISTER */
	case 0x8010aa02: /* UFFDIO_WAKE */
		break;
	default:
		enter_memory(&entry, 2, entered_ioc_size(&entry, 1));
	}
	return 0;
}

SEC("kretprobe/handle_ioctl")
int handle_ioctl_ret(void *ctx)
{
	struct record record;

	if (!record_begin_call(&record, ctx, 3, 2))
		return 0;
	switch ((u32)record_argument(&record, 1)) {
	case 21505: /* TCGETS */
	case 0x80247009: /* RTC_RD_TIME */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 36);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21506: /* TCSETS */
	case 21507: /* TCSETSW */
	case 21508: /* TCSETSF */
	case 0x4024700a: /* RTC_SET_TIME */
		record_memory(&record, 0, 2, 36);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x802c542a: /* TCGETS2 */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 44);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x402c542b: /* TCSETS2 */
	case 0x402c542c: /* TCSETSW2 */
	case 0x402c542d: /* TCSETSF2 */
		record_memory(&record, 0, 2, 44);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21509: /* TCGETA */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 18);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21510: /* TCSETA */
	case 21511: /* TCSETAW */
	case 21512: /* TCSETAF */
		record_memory(&record, 0, 2, 18);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 769: /* HDIO_GETGEO */
	case 21523: /* TIOCGWINSZ */
	case 22017: /* VT_GETMODE */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4727: /* BLKDISCARD */
	case 4733: /* BLKSECDISCARD */
	case 4735: /* BLKZEROOUT */
	case 21524: /* TIOCSWINSZ */
	case 22018: /* VT_SETMODE */
		record_memory(&record, 0, 2, 8);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4701: /* BLKROSET */
	case 21520: /* TIOCSPGRP */
	case 21526: /* TIOCMBIS */
	case 21527: /* TIOCMBIC */
	case 21528: /* TIOCMSET */
	case 21530: /* TIOCSSOFTCAR */
	case 21536: /* TIOCPKT */
	case 21537: /* FIONBIO */
	case 21539: /* TIOCSETD */
	case 21586: /* FIOASYNC */
	case 35073: /* FIOSETOWN */
	case 35074: /* SIOCSPGRP */
	case 0x40045201: /* RNDADDTOENTCNT */
	case 0x40045431: /* TIOCSPTLCK */
	case 0x40046602: /* FS_IOC_SETFLAGS */
		record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4702: /* BLKROGET */
	case 4704: /* BLKGETSIZE */
	case 4707: /* BLKRAGET */
	case 4709: /* BLKFRAGET */
	case 4712: /* BLKSSZGET */
	case 4728: /* BLKIOMIN */
	case 4729: /* BLKIOOPT */
	case 4730: /* BLKALIGNOFF */
	case 4731: /* BLKPBSZGET */
	case 19259: /* KDGETMODE */
	case 19268: /* KDGKBMODE */
	case 21519: /* TIOCGPGRP */
	case 21521: /* TIOCOUTQ */
	case 21525: /* TIOCMGET */
	case 21529: /* TIOCGSOFTCAR */
	case 21531: /* FIONREAD */
	case 21540: /* TIOCGETD */
	case 21545: /* TIOCGSID */
	case 21600: /* FIOQSIZE */
	case 22016: /* VT_OPENQRY */
	case 35076: /* SIOCGPGRP */
	case 35077: /* SIOCATMARK */
	case 35147: /* SIOCOUTQNSD */
	case 46852: /* NS_GET_OWNER_UID */
	case 0x80041272: /* BLKGETSIZE64 */
	case 0x80045200: /* RNDGETENTCNT */
	case 0x80045430: /* TIOCGPTN */
	case 0x80045439: /* TIOCGPTLCK */
	case 0x80046601: /* FS_IOC_GETFLAGS */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 4);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21534: /* TIOCGSERIAL */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 60);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 21535: /* TIOCSSERIAL */
		record_memory(&record, 0, 2, 60);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4703: /* BLKRRPART */
	case 4705: /* BLKFLSBUF */
	case 4706: /* BLKRASET */
	case 4708: /* BLKFRASET */
	case 9216: /* PERF_EVENT_IOC_ENABLE */
	case 9217: /* PERF_EVENT_IOC_DISABLE */
	case 9218: /* PERF_EVENT_IOC_REFRESH */
	case 9219: /* PERF_EVENT_IOC_RESET */
	case 9221: /* PERF_EVENT_IOC_SET_OUTPUT */
	case 19258: /* KDSETMODE */
	case 19269: /* KDSKBMODE */
	case 19456: /* LOOP_SET_FD */
	case 19457: /* LOOP_CLR_FD */
	case 19462: /* LOOP_CHANGE_FD */
	case 19463: /* LOOP_SET_CAPACITY */
	case 19464: /* LOOP_SET_DIRECT_IO */
	case 19465: /* LOOP_SET_BLOCK_SIZE */
	case 19584: /* LOOP_CTL_ADD */
	case 19585: /* LOOP_CTL_REMOVE */
	case 19586: /* LOOP_CTL_GET_FREE */
	case 21513: /* TCSBRK */
	case 21514: /* TCXONC */
	case 21515: /* TCFLSH */
	case 21516: /* TIOCEXCL */
	case 21517: /* TIOCNXCL */
	case 21518: /* TIOCSCTTY */
	case 21538: /* TIOCNOTTY */
	case 21541: /* TCSBRKP */
	case 21543: /* TIOCSBRK */
	case 21544: /* TIOCCBRK */
	case 21569: /* TIOCGPTPEER */
	case 21584: /* FIONCLEX */
	case 21585: /* FIOCLEX */
	case 22022: /* VT_ACTIVATE */
	case 22023: /* VT_WAITACTIVE */
	case 22024: /* VT_DISALLOCATE */
	case 44544: /* KVM_GET_API_VERSION */
	case 44545: /* KVM_CREATE_VM */
	case 44547: /* KVM_CHECK_EXTENSION */
	case 44548: /* KVM_GET_VCPU_MMAP_SIZE */
	case 44609: /* KVM_CREATE_VCPU */
	case 44615: /* KVM_SET_TSS_ADDR */
	case 44672: /* KVM_RUN */
	case 46849: /* NS_GET_USERNS */
	case 46850: /* NS_GET_PARENT */
	case 46851: /* NS_GET_NSTYPE */
	case 0x40042408: /* PERF_EVENT_IOC_SET_BPF */
	case 0x400454c8: /* TUNSETNOCSUM */
	case 0x400454c9: /* TUNSETDEBUG */
	case 0x400454cb: /* TUNSETPERSIST */
	case 0x400454cc: /* TUNSETOWNER */
	case 0x400454cd: /* TUNSETLINK */
	case 0x400454ce: /* TUNSETGROUP */
	case 0x400454d0: /* TUNSETOFFLOAD */
	case 0x40049409: /* FICLONE */
		record_nothing(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 4711: /* BLKSECTGET */
	case 4734: /* BLKROTATIONAL */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 1: /* FIBMAP */
		record_memory(&record, 0, 2, 4);
		record_passed(&record, 1, 2);
		break;
	case 35088: /* SIOCGIFNAME */
	case 35091: /* SIOCGIFFLAGS */
	case 35092: /* SIOCSIFFLAGS */
	case 35093: /* SIOCGIFADDR */
	case 35094: /* SIOCSIFADDR */
	case 35095: /* SIOCGIFDSTADDR */
	case 35096: /* SIOCSIFDSTADDR */
	case 35097: /* SIOCGIFBRDADDR */
	case 35098: /* SIOCSIFBRDADDR */
	case 35099: /* SIOCGIFNETMASK */
	case 35100: /* SIOCSIFNETMASK */
	case 35101: /* SIOCGIFMETRIC */
	case 35102: /* SIOCSIFMETRIC */
	case 35105: /* SIOCGIFMTU */
	case 35106: /* SIOCSIFMTU */
	case 35107: /* SIOCSIFNAME */
	case 35108: /* SIOCSIFHWADDR */
	case 35111: /* SIOCGIFHWADDR */
	case 35123: /* SIOCGIFINDEX */
	case 35138: /* SIOCGIFTXQLEN */
	case 35139: /* SIOCSIFTXQLEN */
	case 35142: /* SIOCETHTOOL */
	case 35143: /* SIOCGMIIPHY */
	case 35144: /* SIOCGMIIREG */
	case 35145: /* SIOCSMIIREG */
	case 35184: /* SIOCGIFMAP */
	case 35185: /* SIOCSIFMAP */
	case 35234: /* SIOCBRADDIF */
	case 35235: /* SIOCBRDELIF */
	case 0x400454ca: /* TUNSETIFF */
	case 0x4020940d: /* FICLONERANGE */
	case 0x800454d2: /* TUNGETIFF */
	case 0xc020660b: /* FS_IOC_FIEMAP */
	case 0xc020aa00: /* UFFDIO_REGISTER */
	case 0xc020aa04: /* UFFDIO_ZEROPAGE */
		record_memory(&record, 0, 2, 32);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x801c581f: /* FS_IOC_FSGETXATTR */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 28);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x401c5820: /* FS_IOC_FSSETXATTR */
		record_memory(&record, 0, 2, 28);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0xc0185879: /* FITRIM */
	case 0xc018aa3f: /* UFFDIO_API */
		record_memory(&record, 0, 2, 24);
		record_passed(&record, 1, 2);
		break;
	case 19461: /* LOOP_GET_STATUS64 */
		if (record_failed(&record))
			record_nothing(&record, 0, 2);
		else
			record_memory(&record, 0, 2, 232);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19460: /* LOOP_SET_STATUS64 */
		record_memory(&record, 0, 2, 232);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 19466: /* LOOP_CONFIGURE */
		record_memory(&record, 0, 2, 304);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 35090: /* SIOCGIFCONF */
		record_memory(&record, 0, 2, 8);
		record_passed(&record, 1, 2);
		break;
	case 35083: /* SIOCADDRT */
	case 35084: /* SIOCDELRT */
		record_memory(&record, 0, 2, 84);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 35155: /* SIOCDARP */
	case 35156: /* SIOCGARP */
	case 35157: /* SIOCSARP */
		record_memory(&record, 0, 2, 68);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x40042406: /* PERF_EVENT_IOC_SET_FILTER */
		record_text(&record, 0, 2);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0xc028aa03: /* UFFDIO_COPY */
		record_memory(&record, 0, 2, 40);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	case 0x8010aa01: /* UFFDIO_UNREGISTER */
	case 0x8010aa02: /* UFFDIO_WAKE */
		record_memory(&record, 0, 2, 16);
		record_nothing(&record, 1, 2 | CAPTURED_PASSED);
		break;
	default:
		record_buffer(&record, 0, 2, record_ioc_size(&record, 1));
		record_passed(&record, 1, 2);
	}
	return record_submit(&record);
}
#endif
