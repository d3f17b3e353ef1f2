# SPDX-License-Identifier: MIT
# Generated from templates/events.py.j2,
# battery/syscalls.toml, battery/formats and battery/uapi/x86_64.json.
# Do not edit: change one of those and run `python -m traceleft.generate`.
"""A class for each syscall's events, with a property for each argument: `events.typed(event).filename`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from traceleft import flags as flag_sets
from traceleft.typed_event import Iovec, Msghdr, TypedEvent

if TYPE_CHECKING:
    from traceleft._core import Event


class StructKernelFsidT(TypedDict):
    """struct __kernel_fsid_t, 8 bytes."""

    val: list[int]


class StructKernelItimerspec(TypedDict):
    """struct __kernel_itimerspec, 32 bytes."""

    it_interval: StructKernelTimespec
    it_value: StructKernelTimespec


class StructKernelOldItimerval(TypedDict):
    """struct __kernel_old_itimerval, 32 bytes."""

    it_interval: StructKernelOldTimeval
    it_value: StructKernelOldTimeval


class StructKernelOldTimeval(TypedDict):
    """struct __kernel_old_timeval, 16 bytes."""

    tv_sec: int
    tv_usec: int


class StructKernelSockTimeval(TypedDict):
    """struct __kernel_sock_timeval, 16 bytes."""

    tv_sec: int
    tv_usec: int


class StructKernelTimespec(TypedDict):
    """struct __kernel_timespec, 16 bytes."""

    tv_sec: int
    tv_nsec: int


class StructKernelTimex(TypedDict):
    """struct __kernel_timex, 208 bytes."""

    modes: int
    offset: int
    freq: int
    maxerror: int
    esterror: int
    status: int
    constant: int
    precision: int
    tolerance: int
    time: StructKernelTimexTimeval
    tick: int
    ppsfreq: int
    jitter: int
    shift: int
    stabil: int
    jitcnt: int
    calcnt: int
    errcnt: int
    stbcnt: int
    tai: int


class StructKernelTimexTimeval(TypedDict):
    """struct __kernel_timex_timeval, 16 bytes."""

    tv_sec: int
    tv_usec: int


class StructOldKernelStat(TypedDict):
    """struct __old_kernel_stat, 32 bytes."""

    st_dev: int
    st_ino: int
    st_mode: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_atime: int
    st_mtime: int
    st_ctime: int


class StructUserCapDataStruct(TypedDict):
    """struct __user_cap_data_struct, 12 bytes."""

    effective: int
    permitted: int
    inheritable: int


class StructUserCapHeaderStruct(TypedDict):
    """struct __user_cap_header_struct, 8 bytes."""

    version: int
    pid: int


class StructArpreq(TypedDict):
    """struct arpreq, 68 bytes."""

    arp_pa: dict[str, Any]
    arp_ha: dict[str, Any]
    arp_flags: int
    arp_netmask: dict[str, Any]
    arp_dev: str


class StructBpfAttr(TypedDict):
    """struct bpf_attr, 168 bytes."""

    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    inner_map_fd: int
    numa_node: int
    map_name: str
    map_ifindex: int
    btf_fd: int
    btf_key_type_id: int
    btf_value_type_id: int
    btf_vmlinux_value_type_id: int
    map_extra: int
    value_type_btf_obj_fd: int
    map_token_fd: int
    excl_prog_hash: int
    excl_prog_hash_size: int


class StructBpfAttrAttach(TypedDict):
    """struct bpf_attr_attach, 168 bytes."""

    target_fd: int
    attach_bpf_fd: int
    attach_type: int
    attach_flags: int
    replace_bpf_fd: int
    relative_fd: int
    expected_revision: int


class StructBpfAttrBatch(TypedDict):
    """struct bpf_attr_batch, 168 bytes."""

    batch: StructBpfAttrBatchBatch


class StructBpfAttrBatchBatch(TypedDict):
    """struct bpf_attr_batch_batch, 56 bytes."""

    in_batch: int
    out_batch: int
    keys: int
    values: int
    count: int
    map_fd: int
    elem_flags: int
    flags: int


class StructBpfAttrBtfLoad(TypedDict):
    """struct bpf_attr_btf_load, 168 bytes."""

    btf: int
    btf_log_buf: int
    btf_size: int
    btf_log_size: int
    btf_log_level: int
    btf_log_true_size: int
    btf_flags: int
    btf_token_fd: int


class StructBpfAttrEnableStats(TypedDict):
    """struct bpf_attr_enable_stats, 168 bytes."""

    enable_stats: StructBpfAttrEnableStatsEnableStats


class StructBpfAttrEnableStatsEnableStats(TypedDict):
    """struct bpf_attr_enable_stats_enable_stats, 4 bytes."""

    type: int


class StructBpfAttrId(TypedDict):
    """struct bpf_attr_id, 168 bytes."""

    start_id: int
    next_id: int
    open_flags: int
    fd_by_id_token_fd: int


class StructBpfAttrInfo(TypedDict):
    """struct bpf_attr_info, 168 bytes."""

    info: StructBpfAttrInfoInfo


class StructBpfAttrInfoInfo(TypedDict):
    """struct bpf_attr_info_info, 16 bytes."""

    bpf_fd: int
    info_len: int
    info: int


class StructBpfAttrIterCreate(TypedDict):
    """struct bpf_attr_iter_create, 168 bytes."""

    iter_create: StructBpfAttrIterCreateIterCreate


class StructBpfAttrIterCreateIterCreate(TypedDict):
    """struct bpf_attr_iter_create_iter_create, 8 bytes."""

    link_fd: int
    flags: int


class StructBpfAttrLinkCreate(TypedDict):
    """struct bpf_attr_link_create, 168 bytes."""

    link_create: StructBpfAttrLinkCreateLinkCreate


class StructBpfAttrLinkCreateLinkCreate(TypedDict):
    """struct bpf_attr_link_create_link_create, 64 bytes."""

    prog_fd: int
    target_fd: int
    attach_type: int
    flags: int
    target_btf_id: int


class StructBpfAttrLinkDetach(TypedDict):
    """struct bpf_attr_link_detach, 168 bytes."""

    link_detach: StructBpfAttrLinkDetachLinkDetach


class StructBpfAttrLinkDetachLinkDetach(TypedDict):
    """struct bpf_attr_link_detach_link_detach, 4 bytes."""

    link_fd: int


class StructBpfAttrLinkUpdate(TypedDict):
    """struct bpf_attr_link_update, 168 bytes."""

    link_update: StructBpfAttrLinkUpdateLinkUpdate


class StructBpfAttrLinkUpdateLinkUpdate(TypedDict):
    """struct bpf_attr_link_update_link_update, 16 bytes."""

    link_fd: int
    new_prog_fd: int
    flags: int
    old_prog_fd: int


class StructBpfAttrMapCreate(TypedDict):
    """struct bpf_attr_map_create, 168 bytes."""

    map_type: int
    key_size: int
    value_size: int
    max_entries: int
    map_flags: int
    inner_map_fd: int
    numa_node: int
    map_name: str
    map_ifindex: int
    btf_fd: int
    btf_key_type_id: int
    btf_value_type_id: int
    btf_vmlinux_value_type_id: int
    map_extra: int
    value_type_btf_obj_fd: int
    map_token_fd: int
    excl_prog_hash: int
    excl_prog_hash_size: int


class StructBpfAttrMapElem(TypedDict):
    """struct bpf_attr_map_elem, 168 bytes."""

    map_fd: int
    key: int
    value: int
    flags: int


class StructBpfAttrObj(TypedDict):
    """struct bpf_attr_obj, 168 bytes."""

    pathname: str | None
    bpf_fd: int
    file_flags: int
    path_fd: int


class StructBpfAttrProgBindMap(TypedDict):
    """struct bpf_attr_prog_bind_map, 168 bytes."""

    prog_bind_map: StructBpfAttrProgBindMapProgBindMap


class StructBpfAttrProgBindMapProgBindMap(TypedDict):
    """struct bpf_attr_prog_bind_map_prog_bind_map, 12 bytes."""

    prog_fd: int
    map_fd: int
    flags: int


class StructBpfAttrProgLoad(TypedDict):
    """struct bpf_attr_prog_load, 168 bytes."""

    prog_type: int
    insn_cnt: int
    insns: list[StructBpfInsn] | None
    license: str | None
    log_level: int
    log_size: int
    log_buf: int
    kern_version: int
    prog_flags: int
    prog_name: str
    prog_ifindex: int
    expected_attach_type: int
    prog_btf_fd: int
    func_info_rec_size: int
    func_info: int
    func_info_cnt: int
    line_info_rec_size: int
    line_info: int
    line_info_cnt: int
    attach_btf_id: int
    attach_prog_fd: int
    core_relo_cnt: int
    fd_array: int
    core_relos: int
    core_relo_rec_size: int
    log_true_size: int
    prog_token_fd: int
    fd_array_cnt: int
    signature: int
    signature_size: int
    keyring_id: int


class StructBpfAttrProgStreamRead(TypedDict):
    """struct bpf_attr_prog_stream_read, 168 bytes."""

    prog_stream_read: StructBpfAttrProgStreamReadProgStreamRead


class StructBpfAttrProgStreamReadProgStreamRead(TypedDict):
    """struct bpf_attr_prog_stream_read_prog_stream_read, 24 bytes."""

    stream_buf: int
    stream_buf_len: int
    stream_id: int
    prog_fd: int


class StructBpfAttrQuery(TypedDict):
    """struct bpf_attr_query, 168 bytes."""

    query: StructBpfAttrQueryQuery


class StructBpfAttrQueryQuery(TypedDict):
    """struct bpf_attr_query_query, 64 bytes."""

    target_fd: int
    attach_type: int
    query_flags: int
    attach_flags: int
    prog_ids: int
    prog_cnt: int
    prog_attach_flags: int
    link_ids: int
    link_attach_flags: int
    revision: int


class StructBpfAttrRawTracepoint(TypedDict):
    """struct bpf_attr_raw_tracepoint, 168 bytes."""

    raw_tracepoint: StructBpfAttrRawTracepointRawTracepoint


class StructBpfAttrRawTracepointRawTracepoint(TypedDict):
    """struct bpf_attr_raw_tracepoint_raw_tracepoint, 24 bytes."""

    name: str | None
    prog_fd: int
    cookie: int


class StructBpfAttrTaskFdQuery(TypedDict):
    """struct bpf_attr_task_fd_query, 168 bytes."""

    task_fd_query: StructBpfAttrTaskFdQueryTaskFdQuery


class StructBpfAttrTaskFdQueryTaskFdQuery(TypedDict):
    """struct bpf_attr_task_fd_query_task_fd_query, 48 bytes."""

    pid: int
    fd: int
    flags: int
    buf_len: int
    buf: int
    prog_id: int
    fd_type: int
    probe_offset: int
    probe_addr: int


class StructBpfAttrTest(TypedDict):
    """struct bpf_attr_test, 168 bytes."""

    test: StructBpfAttrTestTest


class StructBpfAttrTestTest(TypedDict):
    """struct bpf_attr_test_test, 80 bytes."""

    prog_fd: int
    retval: int
    data_size_in: int
    data_size_out: int
    data_in: int
    data_out: int
    repeat: int
    duration: int
    ctx_size_in: int
    ctx_size_out: int
    ctx_in: int
    ctx_out: int
    flags: int
    cpu: int
    batch_size: int


class StructBpfAttrTokenCreate(TypedDict):
    """struct bpf_attr_token_create, 168 bytes."""

    token_create: StructBpfAttrTokenCreateTokenCreate


class StructBpfAttrTokenCreateTokenCreate(TypedDict):
    """struct bpf_attr_token_create_token_create, 8 bytes."""

    flags: int
    bpffs_fd: int


class StructBpfCommonAttr(TypedDict):
    """struct bpf_common_attr, 24 bytes."""

    log_buf: int
    log_size: int
    log_level: int
    log_true_size: int


class StructBpfInsn(TypedDict):
    """struct bpf_insn, 8 bytes."""

    code: int
    dst_reg: int
    src_reg: int
    off: int
    imm: int


class StructCachestat(TypedDict):
    """struct cachestat, 40 bytes."""

    nr_cache: int
    nr_dirty: int
    nr_writeback: int
    nr_evicted: int
    nr_recently_evicted: int


class StructCachestatRange(TypedDict):
    """struct cachestat_range, 16 bytes."""

    off: int
    len: int


class StructCloneArgs(TypedDict):
    """struct clone_args, 88 bytes."""

    flags: int
    pidfd: int
    child_tid: int
    parent_tid: int
    exit_signal: int
    stack: int
    stack_size: int
    tls: int
    set_tid: int
    set_tid_size: int
    cgroup: int
    beyond: bytes


class StructCmsghdr(TypedDict):
    """struct cmsghdr, 16 bytes."""

    cmsg_len: int
    cmsg_level: int
    cmsg_type: int
    cmsg_data: Any


class StructCompatOldSigaction(TypedDict):
    """struct compat_old_sigaction, 16 bytes."""

    sa_handler: int
    sa_mask: int
    sa_flags: int
    sa_restorer: int


class StructDelegation(TypedDict):
    """struct delegation, 8 bytes."""

    d_flags: int
    d_type: int


class StructDirent64(TypedDict):
    """struct dirent64, 280 bytes."""

    d_ino: int
    d_off: int
    d_reclen: int
    d_type: int
    d_name: str


class StructEpollEvent(TypedDict):
    """struct epoll_event, 12 bytes."""

    events: int
    data: int


class StructFOwnerEx(TypedDict):
    """struct f_owner_ex, 8 bytes."""

    type: int
    pid: int


class StructFiemap(TypedDict):
    """struct fiemap, 32 bytes."""

    fm_start: int
    fm_length: int
    fm_flags: int
    fm_mapped_extents: int
    fm_extent_count: int


class StructFileAttr(TypedDict):
    """struct file_attr, 24 bytes."""

    fa_xflags: int
    fa_extsize: int
    fa_nextents: int
    fa_projid: int
    fa_cowextsize: int
    beyond: bytes


class StructFileCloneRange(TypedDict):
    """struct file_clone_range, 32 bytes."""

    src_fd: int
    src_offset: int
    src_length: int
    dest_offset: int


class StructFileHandle(TypedDict):
    """struct file_handle, 8 bytes."""

    handle_bytes: int
    handle_type: int


class StructFlock(TypedDict):
    """struct flock, 32 bytes."""

    l_type: int
    l_whence: int
    l_start: int
    l_len: int
    l_pid: int


class StructFsDiskQuota(TypedDict):
    """struct fs_disk_quota, 112 bytes."""

    d_version: int
    d_flags: int
    d_fieldmask: int
    d_id: int
    d_blk_hardlimit: int
    d_blk_softlimit: int
    d_ino_hardlimit: int
    d_ino_softlimit: int
    d_bcount: int
    d_icount: int
    d_itimer: int
    d_btimer: int
    d_iwarns: int
    d_bwarns: int
    d_itimer_hi: int
    d_btimer_hi: int
    d_rtbtimer_hi: int
    d_rtb_hardlimit: int
    d_rtb_softlimit: int
    d_rtbcount: int
    d_rtbtimer: int
    d_rtbwarns: int


class StructFsQfilestat(TypedDict):
    """struct fs_qfilestat, 24 bytes."""

    qfs_ino: int
    qfs_nblks: int
    qfs_nextents: int


class StructFsQfilestatv(TypedDict):
    """struct fs_qfilestatv, 24 bytes."""

    qfs_ino: int
    qfs_nblks: int
    qfs_nextents: int


class StructFsQuotaStat(TypedDict):
    """struct fs_quota_stat, 80 bytes."""

    qs_version: int
    qs_flags: int
    qs_uquota: StructFsQfilestat
    qs_gquota: StructFsQfilestat
    qs_incoredqs: int
    qs_btimelimit: int
    qs_itimelimit: int
    qs_rtbtimelimit: int
    qs_bwarnlimit: int
    qs_iwarnlimit: int


class StructFsQuotaStatv(TypedDict):
    """struct fs_quota_statv, 160 bytes."""

    qs_version: int
    qs_flags: int
    qs_incoredqs: int
    qs_uquota: StructFsQfilestatv
    qs_gquota: StructFsQfilestatv
    qs_pquota: StructFsQfilestatv
    qs_btimelimit: int
    qs_itimelimit: int
    qs_rtbtimelimit: int
    qs_bwarnlimit: int
    qs_iwarnlimit: int
    qs_rtbwarnlimit: int


class StructFstrimRange(TypedDict):
    """struct fstrim_range, 24 bytes."""

    start: int
    len: int
    minlen: int


class StructFsxattr(TypedDict):
    """struct fsxattr, 28 bytes."""

    fsx_xflags: int
    fsx_extsize: int
    fsx_nextents: int
    fsx_projid: int
    fsx_cowextsize: int


class StructFutexWaitv(TypedDict):
    """struct futex_waitv, 24 bytes."""

    val: int
    uaddr: int
    flags: int


class StructGroupReq(TypedDict):
    """struct group_req, 136 bytes."""

    gr_interface: int
    gr_group: dict[str, Any]


class StructGroupSourceReq(TypedDict):
    """struct group_source_req, 264 bytes."""

    gsr_interface: int
    gsr_group: dict[str, Any]
    gsr_source: dict[str, Any]


class StructHdGeometry(TypedDict):
    """struct hd_geometry, 16 bytes."""

    heads: int
    sectors: int
    cylinders: int
    start: int


class StructIfDqblk(TypedDict):
    """struct if_dqblk, 72 bytes."""

    dqb_bhardlimit: int
    dqb_bsoftlimit: int
    dqb_curspace: int
    dqb_ihardlimit: int
    dqb_isoftlimit: int
    dqb_curinodes: int
    dqb_btime: int
    dqb_itime: int
    dqb_valid: int


class StructIfDqinfo(TypedDict):
    """struct if_dqinfo, 24 bytes."""

    dqi_bgrace: int
    dqi_igrace: int
    dqi_flags: int
    dqi_valid: int


class StructIfNextdqblk(TypedDict):
    """struct if_nextdqblk, 72 bytes."""

    dqb_bhardlimit: int
    dqb_bsoftlimit: int
    dqb_curspace: int
    dqb_ihardlimit: int
    dqb_isoftlimit: int
    dqb_curinodes: int
    dqb_btime: int
    dqb_itime: int
    dqb_valid: int
    dqb_id: int


class StructIfconf(TypedDict):
    """struct ifconf, 16 bytes."""

    ifc_len: int
    ifc_ifcu: int


class StructIfmap(TypedDict):
    """struct ifmap, 24 bytes."""

    mem_start: int
    mem_end: int
    base_addr: int
    irq: int
    dma: int
    port: int


class StructIfreq(TypedDict):
    """struct ifreq, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: dict[str, Any]


class StructIfreqFlags(TypedDict):
    """struct ifreq_flags, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: int


class StructIfreqMap(TypedDict):
    """struct ifreq_map, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: StructIfmap


class StructIfreqNewname(TypedDict):
    """struct ifreq_newname, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: str


class StructIfreqTun(TypedDict):
    """struct ifreq_tun, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: int


class StructIfreqValue(TypedDict):
    """struct ifreq_value, 40 bytes."""

    ifr_ifrn: str
    ifr_ifru: int


class StructIn6Pktinfo(TypedDict):
    """struct in6_pktinfo, 20 bytes."""

    ipi6_addr: str
    ipi6_ifindex: int


class StructInPktinfo(TypedDict):
    """struct in_pktinfo, 12 bytes."""

    ipi_ifindex: int
    ipi_spec_dst: str
    ipi_addr: str


class StructIoCqringOffsets(TypedDict):
    """struct io_cqring_offsets, 40 bytes."""

    head: int
    tail: int
    ring_mask: int
    ring_entries: int
    overflow: int
    cqes: int
    flags: int
    user_addr: int


class StructIoEvent(TypedDict):
    """struct io_event, 32 bytes."""

    data: int
    obj: int
    res: int
    res2: int


class StructIoSqringOffsets(TypedDict):
    """struct io_sqring_offsets, 40 bytes."""

    head: int
    tail: int
    ring_mask: int
    ring_entries: int
    flags: int
    dropped: int
    array: int
    user_addr: int


class StructIoUringBpf(TypedDict):
    """struct io_uring_bpf, 72 bytes."""

    cmd_type: int
    cmd_flags: int
    filter: StructIoUringBpfFilter


class StructIoUringBpfFilter(TypedDict):
    """struct io_uring_bpf_filter, 64 bytes."""

    opcode: int
    flags: int
    filter_len: int
    pdu_size: int
    filter_ptr: int


class StructIoUringBufReg(TypedDict):
    """struct io_uring_buf_reg, 40 bytes."""

    ring_addr: int
    ring_entries: int
    bgid: int
    flags: int
    min_left: int


class StructIoUringBufStatus(TypedDict):
    """struct io_uring_buf_status, 40 bytes."""

    buf_group: int
    head: int


StructIoUringClockRegister = TypedDict(
    "StructIoUringClockRegister",
    {
        "clockid": "int",
        "__resv": "list[int]",
    },
)


class StructIoUringCloneBuffers(TypedDict):
    """struct io_uring_clone_buffers, 32 bytes."""

    src_fd: int
    flags: int
    src_off: int
    dst_off: int
    nr: int


class StructIoUringFileIndexRange(TypedDict):
    """struct io_uring_file_index_range, 16 bytes."""

    off: int
    len: int


StructIoUringMemRegionReg = TypedDict(
    "StructIoUringMemRegionReg",
    {
        "region_uptr": "int",
        "flags": "int",
        "__resv": "list[int]",
    },
)


class StructIoUringNapi(TypedDict):
    """struct io_uring_napi, 16 bytes."""

    busy_poll_to: int
    prefer_busy_poll: int
    opcode: int
    op_param: int


class StructIoUringParams(TypedDict):
    """struct io_uring_params, 120 bytes."""

    sq_entries: int
    cq_entries: int
    flags: int
    sq_thread_cpu: int
    sq_thread_idle: int
    features: int
    wq_fd: int
    sq_off: StructIoSqringOffsets
    cq_off: StructIoCqringOffsets


class StructIoUringProbe(TypedDict):
    """struct io_uring_probe, 16 bytes."""

    last_op: int
    ops_len: int


StructIoUringQueryHdr = TypedDict(
    "StructIoUringQueryHdr",
    {
        "next_entry": "int",
        "query_data": "int",
        "query_op": "int",
        "size": "int",
        "result": "int",
        "__resv": "list[int]",
    },
)


class StructIoUringRestriction(TypedDict):
    """struct io_uring_restriction, 16 bytes."""

    opcode: int
    register_op: int


class StructIoUringRsrcRegister(TypedDict):
    """struct io_uring_rsrc_register, 32 bytes."""

    nr: int
    flags: int
    data: int
    tags: int


class StructIoUringRsrcUpdate(TypedDict):
    """struct io_uring_rsrc_update, 16 bytes."""

    offset: int
    data: int


class StructIoUringRsrcUpdate2(TypedDict):
    """struct io_uring_rsrc_update2, 32 bytes."""

    offset: int
    data: int
    tags: int
    nr: int


class StructIoUringSqe(TypedDict):
    """struct io_uring_sqe, 64 bytes."""

    opcode: int
    flags: int
    ioprio: int
    fd: int
    off: int
    addr: int
    len: int
    rw_flags: int
    user_data: int
    buf_index: int
    personality: int
    splice_fd_in: int
    addr3: int


class StructIoUringSyncCancelReg(TypedDict):
    """struct io_uring_sync_cancel_reg, 64 bytes."""

    addr: int
    fd: int
    flags: int
    timeout: StructKernelTimespec
    opcode: int


StructIoUringZcrxIfqReg = TypedDict(
    "StructIoUringZcrxIfqReg",
    {
        "if_idx": "int",
        "if_rxq": "int",
        "rq_entries": "int",
        "flags": "int",
        "area_ptr": "int",
        "region_ptr": "int",
        "offsets": "StructIoUringZcrxOffsets",
        "zcrx_id": "int",
        "rx_buf_len": "int",
        "event_desc": "int",
        "__resv": "list[int]",
    },
)


StructIoUringZcrxOffsets = TypedDict(
    "StructIoUringZcrxOffsets",
    {
        "head": "int",
        "tail": "int",
        "rqes": "int",
        "__resv2": "int",
        "__resv": "list[int]",
    },
)


class StructIocb(TypedDict):
    """struct iocb, 64 bytes."""

    aio_data: int
    aio_key: int
    aio_rw_flags: int
    aio_lio_opcode: int
    aio_reqprio: int
    aio_fildes: int
    aio_buf: int
    aio_nbytes: int
    aio_offset: int
    aio_reserved2: int
    aio_flags: int
    aio_resfd: int


class StructIovec(TypedDict):
    """struct iovec, 16 bytes."""

    iov_base: int
    iov_len: int


class StructIp6Mtuinfo(TypedDict):
    """struct ip6_mtuinfo, 32 bytes."""

    ip6m_addr: StructSockaddrIn6
    ip6m_mtu: int


class StructIpMreq(TypedDict):
    """struct ip_mreq, 8 bytes."""

    imr_multiaddr: str
    imr_interface: str


class StructIpMreqSource(TypedDict):
    """struct ip_mreq_source, 12 bytes."""

    imr_multiaddr: str
    imr_interface: str
    imr_sourceaddr: str


class StructIpMsfilter(TypedDict):
    """struct ip_msfilter, 20 bytes."""

    imsf_multiaddr: str
    imsf_interface: str
    imsf_fmode: int
    imsf_numsrc: int


class StructIpc64Perm(TypedDict):
    """struct ipc64_perm, 48 bytes."""

    key: int
    uid: int
    gid: int
    cuid: int
    cgid: int
    mode: int
    seq: int


class StructIpv6Mreq(TypedDict):
    """struct ipv6_mreq, 20 bytes."""

    ipv6mr_multiaddr: str
    ipv6mr_ifindex: int


class StructItimerspec64(TypedDict):
    """struct itimerspec64, 32 bytes."""

    it_interval: StructTimespec64
    it_value: StructTimespec64


class StructKcmpEpollSlot(TypedDict):
    """struct kcmp_epoll_slot, 12 bytes."""

    efd: int
    tfd: int
    toff: int


class StructKexecSegment(TypedDict):
    """struct kexec_segment, 32 bytes."""

    buf: int
    bufsz: int
    mem: int
    memsz: int


class StructKeyctlDhParams(TypedDict):
    """struct keyctl_dh_params, 12 bytes."""

    priv: int
    prime: int
    base: int


class StructKeyctlKdfParams(TypedDict):
    """struct keyctl_kdf_params, 56 bytes."""

    hashname: int
    otherinfo: int
    otherinfolen: int


class StructKeyctlPkeyParams(TypedDict):
    """struct keyctl_pkey_params, 40 bytes."""

    key_id: int
    in_len: int
    out_len: int


class StructKeyctlPkeyQuery(TypedDict):
    """struct keyctl_pkey_query, 56 bytes."""

    supported_ops: int
    key_size: int
    max_data_size: int
    max_sig_size: int
    max_enc_size: int
    max_dec_size: int


class StructLandlockNetPortAttr(TypedDict):
    """struct landlock_net_port_attr, 16 bytes."""

    allowed_access: int
    port: int


class StructLandlockPathBeneathAttr(TypedDict):
    """struct landlock_path_beneath_attr, 12 bytes."""

    allowed_access: int
    parent_fd: int


class StructLandlockRulesetAttr(TypedDict):
    """struct landlock_ruleset_attr, 48 bytes."""

    handled_access_fs: int
    handled_access_net: int
    scoped: int
    quiet_access_fs: int
    quiet_access_net: int
    quiet_scoped: int


class StructLinger(TypedDict):
    """struct linger, 8 bytes."""

    l_onoff: int
    l_linger: int


class StructLoopConfig(TypedDict):
    """struct loop_config, 304 bytes."""

    fd: int
    block_size: int
    info: StructLoopInfo64


class StructLoopInfo64(TypedDict):
    """struct loop_info64, 232 bytes."""

    lo_device: int
    lo_inode: int
    lo_rdevice: int
    lo_offset: int
    lo_sizelimit: int
    lo_number: int
    lo_encrypt_type: int
    lo_encrypt_key_size: int
    lo_flags: int
    lo_file_name: str
    lo_crypt_name: str
    lo_encrypt_key: list[int]
    lo_init: list[int]


class StructLsmCtx(TypedDict):
    """struct lsm_ctx, 32 bytes."""

    id: int
    flags: int
    len: int
    ctx_len: int


class StructMmapArgStruct(TypedDict):
    """struct mmap_arg_struct, 24 bytes."""

    addr: int
    len: int
    prot: int
    flags: int
    fd: int
    offset: int


class StructMntIdReq(TypedDict):
    """struct mnt_id_req, 32 bytes."""

    size: int
    mnt_ns_fd: int
    mnt_id: int
    param: int
    mnt_ns_id: int


class StructMntIdReqStatmount(TypedDict):
    """struct mnt_id_req_statmount, 32 bytes."""

    size: int
    mnt_ns_fd: int
    mnt_id: int
    param: int
    mnt_ns_id: int


class StructMountAttr(TypedDict):
    """struct mount_attr, 32 bytes."""

    attr_set: int
    attr_clr: int
    propagation: int
    userns_fd: int
    beyond: bytes


class StructMqAttr(TypedDict):
    """struct mq_attr, 64 bytes."""

    mq_flags: int
    mq_maxmsg: int
    mq_msgsize: int
    mq_curmsgs: int


class StructMsginfo(TypedDict):
    """struct msginfo, 32 bytes."""

    msgpool: int
    msgmap: int
    msgmax: int
    msgmnb: int
    msgmni: int
    msgssz: int
    msgtql: int
    msgseg: int


class StructMsqid64Ds(TypedDict):
    """struct msqid64_ds, 120 bytes."""

    msg_perm: StructIpc64Perm
    msg_stime: int
    msg_rtime: int
    msg_ctime: int
    msg_cbytes: int
    msg_qnum: int
    msg_qbytes: int
    msg_lspid: int
    msg_lrpid: int
    msg_stime_high: int
    msg_rtime_high: int
    msg_ctime_high: int


class StructNewUtsname(TypedDict):
    """struct new_utsname, 390 bytes."""

    sysname: str
    nodename: str
    release: str
    version: str
    machine: str
    domainname: str


class StructNlPktinfo(TypedDict):
    """struct nl_pktinfo, 4 bytes."""

    group: int


class StructNsIdReq(TypedDict):
    """struct ns_id_req, 32 bytes."""

    size: int
    ns_id: int
    ns_type: int
    spare2: int
    user_ns_id: int


class StructOldUtsname(TypedDict):
    """struct old_utsname, 325 bytes."""

    sysname: str
    nodename: str
    release: str
    version: str
    machine: str


class StructOldoldUtsname(TypedDict):
    """struct oldold_utsname, 45 bytes."""

    sysname: str
    nodename: str
    release: str
    version: str
    machine: str


class StructOpenHow(TypedDict):
    """struct open_how, 24 bytes."""

    flags: int
    mode: int
    resolve: int
    beyond: bytes


class StructPacketMreq(TypedDict):
    """struct packet_mreq, 16 bytes."""

    mr_ifindex: int
    mr_type: int
    mr_alen: int
    mr_address: list[int]


class StructPerfEventAttr(TypedDict):
    """struct perf_event_attr, 144 bytes."""

    type: int
    size: int
    config: int
    sample_period: int
    sample_type: int
    read_format: int
    disabled: int
    inherit: int
    pinned: int
    exclusive: int
    exclude_user: int
    exclude_kernel: int
    exclude_hv: int
    exclude_idle: int
    mmap: int
    comm: int
    freq: int
    inherit_stat: int
    enable_on_exec: int
    task: int
    watermark: int
    precise_ip: int
    mmap_data: int
    sample_id_all: int
    exclude_host: int
    exclude_guest: int
    exclude_callchain_kernel: int
    exclude_callchain_user: int
    mmap2: int
    comm_exec: int
    use_clockid: int
    context_switch: int
    write_backward: int
    namespaces: int
    ksymbol: int
    bpf_event: int
    aux_output: int
    cgroup: int
    text_poke: int
    build_id: int
    inherit_thread: int
    remove_on_exec: int
    sigtrap: int
    defer_callchain: int
    defer_output: int
    wakeup_events: int
    bp_type: int
    bp_addr: int
    bp_len: int
    branch_sample_type: int
    sample_regs_user: int
    sample_stack_user: int
    clockid: int
    sample_regs_intr: int
    aux_watermark: int
    sample_max_stack: int
    aux_sample_size: int
    aux_action: int
    sig_data: int
    config3: int
    config4: int


class StructPollfd(TypedDict):
    """struct pollfd, 8 bytes."""

    fd: int
    events: int
    revents: int


class StructPtracePeeksiginfoArgs(TypedDict):
    """struct ptrace_peeksiginfo_args, 16 bytes."""

    off: int
    flags: int
    nr: int


class StructPtraceRseqConfiguration(TypedDict):
    """struct ptrace_rseq_configuration, 24 bytes."""

    rseq_abi_pointer: int
    rseq_abi_size: int
    signature: int
    flags: int


class StructPtraceSudConfig(TypedDict):
    """struct ptrace_sud_config, 32 bytes."""

    mode: int
    selector: int
    offset: int
    len: int


class StructPtraceSyscallInfoEntry(TypedDict):
    """struct ptrace_syscall_info_entry, 56 bytes."""

    nr: int
    args: list[int]


class StructPtraceSyscallInfoExit(TypedDict):
    """struct ptrace_syscall_info_exit, 88 bytes."""

    op: int
    flags: int
    arch: int
    instruction_pointer: int
    stack_pointer: int
    exit: StructPtraceSyscallInfoExitExit


class StructPtraceSyscallInfoExitExit(TypedDict):
    """struct ptrace_syscall_info_exit_exit, 16 bytes."""

    rval: int
    is_error: int


class StructPtraceSyscallInfoSeccomp(TypedDict):
    """struct ptrace_syscall_info_seccomp, 88 bytes."""

    op: int
    flags: int
    arch: int
    instruction_pointer: int
    stack_pointer: int
    seccomp: StructPtraceSyscallInfoSeccompSeccomp


class StructPtraceSyscallInfoSeccompSeccomp(TypedDict):
    """struct ptrace_syscall_info_seccomp_seccomp, 64 bytes."""

    nr: int
    args: list[int]
    ret_data: int
    reserved2: int


class StructRlimit(TypedDict):
    """struct rlimit, 16 bytes."""

    rlim_cur: int
    rlim_max: int


class StructRlimit64(TypedDict):
    """struct rlimit64, 16 bytes."""

    rlim_cur: int
    rlim_max: int


class StructRobustList(TypedDict):
    """struct robust_list, 8 bytes."""

    next: int


class StructRobustListHead(TypedDict):
    """struct robust_list_head, 24 bytes."""

    list: StructRobustList
    futex_offset: int
    list_op_pending: int


class StructRseq(TypedDict):
    """struct rseq, 64 bytes."""

    cpu_id_start: int
    cpu_id: int
    rseq_cs: int
    flags: int
    node_id: int
    mm_cid: int
    slice_ctrl: StructRseqSliceCtrl


class StructRseqSliceCtrl(TypedDict):
    """struct rseq_slice_ctrl, 4 bytes."""

    all: int


class StructRtcTime(TypedDict):
    """struct rtc_time, 36 bytes."""

    tm_sec: int
    tm_min: int
    tm_hour: int
    tm_mday: int
    tm_mon: int
    tm_year: int
    tm_wday: int
    tm_yday: int
    tm_isdst: int


class StructRtentry(TypedDict):
    """struct rtentry, 120 bytes."""

    rt_dst: dict[str, Any]
    rt_gateway: dict[str, Any]
    rt_genmask: dict[str, Any]
    rt_flags: int
    rt_metric: int
    rt_dev: int
    rt_mtu: int
    rt_window: int
    rt_irtt: int


class StructRusage(TypedDict):
    """struct rusage, 144 bytes."""

    ru_utime: StructKernelOldTimeval
    ru_stime: StructKernelOldTimeval
    ru_maxrss: int
    ru_ixrss: int
    ru_idrss: int
    ru_isrss: int
    ru_minflt: int
    ru_majflt: int
    ru_nswap: int
    ru_inblock: int
    ru_oublock: int
    ru_msgsnd: int
    ru_msgrcv: int
    ru_nsignals: int
    ru_nvcsw: int
    ru_nivcsw: int


class StructSchedAttr(TypedDict):
    """struct sched_attr, 56 bytes."""

    size: int
    sched_policy: int
    sched_flags: int
    sched_nice: int
    sched_priority: int
    sched_runtime: int
    sched_deadline: int
    sched_period: int
    sched_util_min: int
    sched_util_max: int
    beyond: bytes


class StructSchedParam(TypedDict):
    """struct sched_param, 4 bytes."""

    sched_priority: int


class StructSeccompMetadata(TypedDict):
    """struct seccomp_metadata, 16 bytes."""

    filter_off: int
    flags: int


class StructSeccompNotifSizes(TypedDict):
    """struct seccomp_notif_sizes, 6 bytes."""

    seccomp_notif: int
    seccomp_notif_resp: int
    seccomp_data: int


class StructSelArgStruct(TypedDict):
    """struct sel_arg_struct, 20 bytes."""

    n: int
    inp: int
    outp: int
    exp: int
    tvp: int


class StructSembuf(TypedDict):
    """struct sembuf, 6 bytes."""

    sem_num: int
    sem_op: int
    sem_flg: int


class StructSemid64Ds(TypedDict):
    """struct semid64_ds, 104 bytes."""

    sem_perm: StructIpc64Perm
    sem_otime: int
    sem_ctime: int
    sem_nsems: int
    sem_otime_high: int
    sem_ctime_high: int


class StructSeminfo(TypedDict):
    """struct seminfo, 40 bytes."""

    semmap: int
    semmni: int
    semmns: int
    semmnu: int
    semmsl: int
    semopm: int
    semume: int
    semusz: int
    semvmx: int
    semaem: int


class StructSerialStruct(TypedDict):
    """struct serial_struct, 72 bytes."""

    type: int
    line: int
    port: int
    irq: int
    flags: int
    xmit_fifo_size: int
    custom_divisor: int
    baud_base: int
    close_delay: int
    io_type: int
    hub6: int
    closing_wait: int
    closing_wait2: int
    iomem_base: int
    iomem_reg_shift: int
    port_high: int
    iomap_base: int


class StructShmInfo(TypedDict):
    """struct shm_info, 48 bytes."""

    used_ids: int
    shm_tot: int
    shm_rss: int
    shm_swp: int
    swap_attempts: int
    swap_successes: int


class StructShmid64Ds(TypedDict):
    """struct shmid64_ds, 112 bytes."""

    shm_perm: StructIpc64Perm
    shm_segsz: int
    shm_atime: int
    shm_dtime: int
    shm_ctime: int
    shm_cpid: int
    shm_lpid: int
    shm_nattch: int
    shm_atime_high: int
    shm_dtime_high: int
    shm_ctime_high: int


class StructShminfo64(TypedDict):
    """struct shminfo64, 72 bytes."""

    shmmax: int
    shmmin: int
    shmmni: int
    shmseg: int
    shmall: int


class StructSigaction(TypedDict):
    """struct sigaction, 32 bytes."""

    sa_handler: int
    sa_flags: int
    sa_restorer: int
    sa_mask: int


class StructSigaltstack(TypedDict):
    """struct sigaltstack, 24 bytes."""

    ss_sp: int
    ss_flags: int
    ss_size: int


class StructSigevent(TypedDict):
    """struct sigevent, 64 bytes."""

    sigev_value: int
    sigev_signo: int
    sigev_notify: int
    _sigev_un: int


class StructSiginfoBus(TypedDict):
    """struct siginfo_bus, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoBusSifields


class StructSiginfoBusSifields(TypedDict):
    """struct siginfo_bus_sifields, 32 bytes."""

    _addr: int
    _trapno: int


class StructSiginfoChild(TypedDict):
    """struct siginfo_child, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoChildSifields


class StructSiginfoChildSifields(TypedDict):
    """struct siginfo_child_sifields, 32 bytes."""

    _pid: int
    _uid: int
    _status: int
    _utime: int
    _stime: int


class StructSiginfoFpe(TypedDict):
    """struct siginfo_fpe, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoFpeSifields


class StructSiginfoFpeSifields(TypedDict):
    """struct siginfo_fpe_sifields, 32 bytes."""

    _addr: int
    _trapno: int


class StructSiginfoIll(TypedDict):
    """struct siginfo_ill, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoIllSifields


class StructSiginfoIllSifields(TypedDict):
    """struct siginfo_ill_sifields, 32 bytes."""

    _addr: int
    _trapno: int


class StructSiginfoPoll(TypedDict):
    """struct siginfo_poll, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoPollSifields


class StructSiginfoPollSifields(TypedDict):
    """struct siginfo_poll_sifields, 16 bytes."""

    _band: int
    _fd: int


class StructSiginfoSegv(TypedDict):
    """struct siginfo_segv, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoSegvSifields


class StructSiginfoSegvSifields(TypedDict):
    """struct siginfo_segv_sifields, 32 bytes."""

    _addr: int
    _trapno: int


class StructSiginfoSifields(TypedDict):
    """struct siginfo_sifields, 16 bytes."""

    _pid: int
    _uid: int
    _sigval: int


class StructSiginfoSys(TypedDict):
    """struct siginfo_sys, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoSysSifields


class StructSiginfoSysSifields(TypedDict):
    """struct siginfo_sys_sifields, 16 bytes."""

    _call_addr: int
    _syscall: int
    _arch: int


class StructSiginfoTrap(TypedDict):
    """struct siginfo_trap, 128 bytes."""

    si_signo: int
    si_errno: int
    si_code: int
    _sifields: StructSiginfoTrapSifields


class StructSiginfoTrapSifields(TypedDict):
    """struct siginfo_trap_sifields, 32 bytes."""

    _addr: int
    _trapno: int


class StructSockExtendedErr(TypedDict):
    """struct sock_extended_err, 16 bytes."""

    ee_errno: int
    ee_origin: int
    ee_type: int
    ee_code: int
    ee_info: int
    ee_data: int
    offender: dict[str, Any]


class StructSockFilter(TypedDict):
    """struct sock_filter, 8 bytes."""

    code: int
    jt: int
    jf: int
    k: int


class StructSockFprog(TypedDict):
    """struct sock_fprog, 16 bytes."""

    len: int
    filter: list[StructSockFilter] | None


class StructSockTxtime(TypedDict):
    """struct sock_txtime, 8 bytes."""

    clockid: int
    flags: int


class StructSockaddrAlg(TypedDict):
    """struct sockaddr_alg, 88 bytes."""

    salg_family: int
    salg_type: str
    salg_feat: int
    salg_mask: int
    salg_name: str


class StructSockaddrCan(TypedDict):
    """struct sockaddr_can, 24 bytes."""

    can_family: int
    can_ifindex: int
    can_addr: StructSockaddrCanCanAddr


class StructSockaddrCanCanAddr(TypedDict):
    """struct sockaddr_can_can_addr, 8 bytes."""

    rx_id: int
    tx_id: int


class StructSockaddrIn(TypedDict):
    """struct sockaddr_in, 16 bytes."""

    sin_family: int
    sin_port: int
    sin_addr: str


class StructSockaddrIn6(TypedDict):
    """struct sockaddr_in6, 28 bytes."""

    sin6_family: int
    sin6_port: int
    sin6_flowinfo: int
    sin6_addr: str
    sin6_scope_id: int


class StructSockaddrLl(TypedDict):
    """struct sockaddr_ll, 20 bytes."""

    sll_family: int
    sll_protocol: int
    sll_ifindex: int
    sll_hatype: int
    sll_pkttype: int
    sll_halen: int
    sll_addr: list[int]


class StructSockaddrNl(TypedDict):
    """struct sockaddr_nl, 12 bytes."""

    nl_family: int
    nl_pid: int
    nl_groups: int


class StructSockaddrTipc(TypedDict):
    """struct sockaddr_tipc, 16 bytes."""

    family: int
    addrtype: int
    scope: int
    addr: StructTipcSocketAddr


class StructSockaddrUn(TypedDict):
    """struct sockaddr_un, 110 bytes."""

    sun_family: int
    sun_path: str


class StructSockaddrVm(TypedDict):
    """struct sockaddr_vm, 16 bytes."""

    svm_family: int
    svm_port: int
    svm_cid: int
    svm_flags: int


class StructSockaddrXdp(TypedDict):
    """struct sockaddr_xdp, 16 bytes."""

    sxdp_family: int
    sxdp_flags: int
    sxdp_ifindex: int
    sxdp_queue_id: int
    sxdp_shared_umem_fd: int


class StructStat(TypedDict):
    """struct stat, 144 bytes."""

    st_dev: int
    st_ino: int
    st_nlink: int
    st_mode: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_blksize: int
    st_blocks: int
    st_atime: int
    st_atime_nsec: int
    st_mtime: int
    st_mtime_nsec: int
    st_ctime: int
    st_ctime_nsec: int


class StructStat64(TypedDict):
    """struct stat64, 96 bytes."""

    st_dev: int
    st_mode: int
    st_nlink: int
    st_uid: int
    st_gid: int
    st_rdev: int
    st_size: int
    st_blksize: int
    st_blocks: int
    st_atime: int
    st_atime_nsec: int
    st_mtime: int
    st_mtime_nsec: int
    st_ctime: int
    st_ctime_nsec: int
    st_ino: int


class StructStatfs(TypedDict):
    """struct statfs, 120 bytes."""

    f_type: int
    f_bsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_fsid: StructKernelFsidT
    f_namelen: int
    f_frsize: int
    f_flags: int


class StructStatfs64(TypedDict):
    """struct statfs64, 84 bytes."""

    f_type: int
    f_bsize: int
    f_blocks: int
    f_bfree: int
    f_bavail: int
    f_files: int
    f_ffree: int
    f_fsid: StructKernelFsidT
    f_namelen: int
    f_frsize: int
    f_flags: int


class StructStatmount(TypedDict):
    """struct statmount, 512 bytes."""

    size: int
    mnt_opts: int
    mask: int
    sb_dev_major: int
    sb_dev_minor: int
    sb_magic: int
    sb_flags: int
    fs_type: int
    mnt_id: int
    mnt_parent_id: int
    mnt_id_old: int
    mnt_parent_id_old: int
    mnt_attr: int
    mnt_propagation: int
    mnt_peer_group: int
    mnt_master: int
    propagate_from: int
    mnt_root: int
    mnt_point: int
    mnt_ns_id: int
    fs_subtype: int
    sb_source: int
    opt_num: int
    opt_array: int
    opt_sec_num: int
    opt_sec_array: int
    supported_mask: int
    mnt_uidmap_num: int
    mnt_uidmap: int
    mnt_gidmap_num: int
    mnt_gidmap: int


class StructStatx(TypedDict):
    """struct statx, 256 bytes."""

    stx_mask: int
    stx_blksize: int
    stx_attributes: int
    stx_nlink: int
    stx_uid: int
    stx_gid: int
    stx_mode: int
    stx_ino: int
    stx_size: int
    stx_blocks: int
    stx_attributes_mask: int
    stx_atime: StructStatxTimestamp
    stx_btime: StructStatxTimestamp
    stx_ctime: StructStatxTimestamp
    stx_mtime: StructStatxTimestamp
    stx_rdev_major: int
    stx_rdev_minor: int
    stx_dev_major: int
    stx_dev_minor: int
    stx_mnt_id: int
    stx_dio_mem_align: int
    stx_dio_offset_align: int
    stx_subvol: int
    stx_atomic_write_unit_min: int
    stx_atomic_write_unit_max: int
    stx_atomic_write_segments_max: int
    stx_dio_read_offset_align: int
    stx_atomic_write_unit_max_opt: int


class StructStatxTimestamp(TypedDict):
    """struct statx_timestamp, 16 bytes."""

    tv_sec: int
    tv_nsec: int


class StructSysinfo(TypedDict):
    """struct sysinfo, 112 bytes."""

    uptime: int
    loads: list[int]
    totalram: int
    freeram: int
    sharedram: int
    bufferram: int
    totalswap: int
    freeswap: int
    procs: int
    totalhigh: int
    freehigh: int
    mem_unit: int


class StructTcpInfo(TypedDict):
    """struct tcp_info, 280 bytes."""

    tcpi_state: int
    tcpi_ca_state: int
    tcpi_retransmits: int
    tcpi_probes: int
    tcpi_backoff: int
    tcpi_options: int
    tcpi_snd_wscale: int
    tcpi_rcv_wscale: int
    tcpi_delivery_rate_app_limited: int
    tcpi_fastopen_client_fail: int
    tcpi_rto: int
    tcpi_ato: int
    tcpi_snd_mss: int
    tcpi_rcv_mss: int
    tcpi_unacked: int
    tcpi_sacked: int
    tcpi_lost: int
    tcpi_retrans: int
    tcpi_fackets: int
    tcpi_last_data_sent: int
    tcpi_last_ack_sent: int
    tcpi_last_data_recv: int
    tcpi_last_ack_recv: int
    tcpi_pmtu: int
    tcpi_rcv_ssthresh: int
    tcpi_rtt: int
    tcpi_rttvar: int
    tcpi_snd_ssthresh: int
    tcpi_snd_cwnd: int
    tcpi_advmss: int
    tcpi_reordering: int
    tcpi_rcv_rtt: int
    tcpi_rcv_space: int
    tcpi_total_retrans: int
    tcpi_pacing_rate: int
    tcpi_max_pacing_rate: int
    tcpi_bytes_acked: int
    tcpi_bytes_received: int
    tcpi_segs_out: int
    tcpi_segs_in: int
    tcpi_notsent_bytes: int
    tcpi_min_rtt: int
    tcpi_data_segs_in: int
    tcpi_data_segs_out: int
    tcpi_delivery_rate: int
    tcpi_busy_time: int
    tcpi_rwnd_limited: int
    tcpi_sndbuf_limited: int
    tcpi_delivered: int
    tcpi_delivered_ce: int
    tcpi_bytes_sent: int
    tcpi_bytes_retrans: int
    tcpi_dsack_dups: int
    tcpi_reord_seen: int
    tcpi_rcv_ooopack: int
    tcpi_snd_wnd: int
    tcpi_rcv_wnd: int
    tcpi_rehash: int
    tcpi_total_rto: int
    tcpi_total_rto_recoveries: int
    tcpi_total_rto_time: int
    tcpi_received_ce: int
    tcpi_delivered_e1_bytes: int
    tcpi_delivered_e0_bytes: int
    tcpi_delivered_ce_bytes: int
    tcpi_received_e1_bytes: int
    tcpi_received_e0_bytes: int
    tcpi_received_ce_bytes: int
    tcpi_ecn_mode: int
    tcpi_accecn_opt_seen: int
    tcpi_accecn_fail_mode: int
    tcpi_options2: int


class StructTcpMd5sig(TypedDict):
    """struct tcp_md5sig, 216 bytes."""

    tcpm_addr: dict[str, Any]
    tcpm_flags: int
    tcpm_prefixlen: int
    tcpm_keylen: int
    tcpm_ifindex: int


class StructTcpRepairOpt(TypedDict):
    """struct tcp_repair_opt, 8 bytes."""

    opt_code: int
    opt_val: int


class StructTcpRepairWindow(TypedDict):
    """struct tcp_repair_window, 20 bytes."""

    snd_wl1: int
    snd_wnd: int
    max_window: int
    rcv_wnd: int
    rcv_wup: int


class StructTcpZerocopyReceive(TypedDict):
    """struct tcp_zerocopy_receive, 64 bytes."""

    address: int
    length: int
    recv_skip_hint: int
    inq: int
    err: int
    copybuf_address: int
    copybuf_len: int
    flags: int
    msg_control: int
    msg_controllen: int
    msg_flags: int


class StructTermio(TypedDict):
    """struct termio, 18 bytes."""

    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: list[int]


class StructTermios(TypedDict):
    """struct termios, 36 bytes."""

    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: list[int]


class StructTermios2(TypedDict):
    """struct termios2, 44 bytes."""

    c_iflag: int
    c_oflag: int
    c_cflag: int
    c_lflag: int
    c_line: int
    c_cc: list[int]
    c_ispeed: int
    c_ospeed: int


class StructTimespec64(TypedDict):
    """struct timespec64, 16 bytes."""

    tv_sec: int
    tv_nsec: int


class StructTimespecUtime(TypedDict):
    """struct timespec_utime, 16 bytes."""

    tv_sec: int
    tv_nsec: int


class StructTimeval(TypedDict):
    """struct timeval, 8 bytes."""

    tv_sec: int
    tv_usec: int


class StructTimex64(TypedDict):
    """struct timex64, 208 bytes."""

    modes: int
    offset: int
    freq: int
    maxerror: int
    esterror: int
    status: int
    constant: int
    precision: int
    tolerance: int
    time: StructKernelTimexTimeval
    tick: int
    ppsfreq: int
    jitter: int
    shift: int
    stabil: int
    jitcnt: int
    calcnt: int
    errcnt: int
    stbcnt: int
    tai: int


class StructTimezone(TypedDict):
    """struct timezone, 8 bytes."""

    tz_minuteswest: int
    tz_dsttime: int


class StructTipcSocketAddr(TypedDict):
    """struct tipc_socket_addr, 8 bytes."""

    ref: int
    node: int


class StructTms(TypedDict):
    """struct tms, 32 bytes."""

    tms_utime: int
    tms_stime: int
    tms_cutime: int
    tms_cstime: int


class StructTpacketAuxdata(TypedDict):
    """struct tpacket_auxdata, 20 bytes."""

    tp_status: int
    tp_len: int
    tp_snaplen: int
    tp_mac: int
    tp_net: int
    tp_vlan_tci: int
    tp_vlan_tpid: int


class StructTpacketReq3(TypedDict):
    """struct tpacket_req3, 28 bytes."""

    tp_block_size: int
    tp_block_nr: int
    tp_frame_size: int
    tp_frame_nr: int
    tp_retire_blk_tov: int
    tp_sizeof_priv: int
    tp_feature_req_word: int


class StructTpacketStatsV3(TypedDict):
    """struct tpacket_stats_v3, 12 bytes."""

    tp_packets: int
    tp_drops: int
    tp_freeze_q_cnt: int


class StructUcred(TypedDict):
    """struct ucred, 12 bytes."""

    pid: int
    uid: int
    gid: int


class StructUffdioApi(TypedDict):
    """struct uffdio_api, 24 bytes."""

    api: int
    features: int
    ioctls: int


class StructUffdioCopy(TypedDict):
    """struct uffdio_copy, 40 bytes."""

    dst: int
    src: int
    len: int
    mode: int
    copy: int


class StructUffdioRange(TypedDict):
    """struct uffdio_range, 16 bytes."""

    start: int
    len: int


class StructUffdioRegister(TypedDict):
    """struct uffdio_register, 32 bytes."""

    range: StructUffdioRange
    mode: int
    ioctls: int


class StructUffdioZeropage(TypedDict):
    """struct uffdio_zeropage, 32 bytes."""

    range: StructUffdioRange
    mode: int
    zeropage: int


class StructUserDesc(TypedDict):
    """struct user_desc, 16 bytes."""

    entry_number: int
    base_addr: int
    limit: int
    seg_32bit: int
    contents: int
    read_exec_only: int
    limit_in_pages: int
    seg_not_present: int
    useable: int
    lm: int


class StructUserFpregsStruct(TypedDict):
    """struct user_fpregs_struct, 512 bytes."""

    cwd: int
    swd: int
    ftw: int
    fop: int
    rip: int
    rdp: int
    mxcsr: int
    mxcr_mask: int
    st_space: list[int]
    xmm_space: list[int]
    twd: int
    fip: int
    fcs: int
    foo: int
    fos: int


class StructUserRegsStruct(TypedDict):
    """struct user_regs_struct, 216 bytes."""

    r15: int
    r14: int
    r13: int
    r12: int
    rbp: int
    rbx: int
    r11: int
    r10: int
    r9: int
    r8: int
    rax: int
    rcx: int
    rdx: int
    rsi: int
    rdi: int
    orig_rax: int
    rip: int
    cs: int
    eflags: int
    rsp: int
    ss: int
    fs_base: int
    gs_base: int
    ds: int
    es: int
    fs: int
    gs: int
    ebx: int
    ecx: int
    edx: int
    esi: int
    edi: int
    ebp: int
    eax: int
    xds: int
    xes: int
    xfs: int
    xgs: int
    orig_eax: int
    eip: int
    xcs: int
    esp: int
    xss: int


class StructUtimbuf(TypedDict):
    """struct utimbuf, 16 bytes."""

    actime: int
    modtime: int


class StructVtMode(TypedDict):
    """struct vt_mode, 8 bytes."""

    mode: int
    waitv: int
    relsig: int
    acqsig: int
    frsig: int


class StructWinsize(TypedDict):
    """struct winsize, 8 bytes."""

    ws_row: int
    ws_col: int
    ws_xpixel: int
    ws_ypixel: int


class StructXattrArgs(TypedDict):
    """struct xattr_args, 16 bytes."""

    value: int
    size: int
    flags: int
    beyond: bytes


StructZcrxCtrl = TypedDict(
    "StructZcrxCtrl",
    {
        "zcrx_id": "int",
        "op": "int",
        "__resv": "list[int]",
        "zc_export": "StructZcrxCtrlExport",
    },
)


StructZcrxCtrlExport = TypedDict(
    "StructZcrxCtrlExport",
    {
        "zcrx_fd": "int",
        "__resv1": "list[int]",
    },
)


class Llseek(TypedEvent):
    """_llseek(unsigned int fd, unsigned long offset_high, unsigned long offset_low, loff_t *result, unsigned int whence)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset_high", "offset_low", "result", "whence")
    syscall = "_llseek"
    _arguments = ("fd", "offset_high", "offset_low", "result", "whence")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def offset_high(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("offset_high")

    @property
    def offset_low(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("offset_low")

    @property
    def result(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("result")
        return value

    @property
    def whence(self) -> int:
        """unsigned int: flags seek."""
        return self._int("whence")


class Newselect(TypedEvent):
    """_newselect(int n, fd_set *inp, fd_set *outp, fd_set *exp, struct __kernel_old_timeval *tvp)"""

    __slots__ = ()
    __match_args__ = ("n", "inp", "outp", "exp", "tvp")
    syscall = "_newselect"
    _arguments = ("n", "inp", "outp", "exp", "tvp")
    _captures = 8

    @property
    def n(self) -> int:
        """int: number."""
        return self._int("n")

    @property
    def inp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("inp")
        return value

    @property
    def outp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("outp")
        return value

    @property
    def exp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("exp")
        return value

    @property
    def tvp(self) -> StructKernelOldTimeval | None:
        """struct __kernel_old_timeval *: struct __kernel_old_timeval."""
        value: StructKernelOldTimeval | None = self._value("tvp")
        return value


class Sysctl(TypedEvent):
    """_sysctl(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "_sysctl"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Accept(TypedEvent):
    """accept(int fd, struct sockaddr *upeer_sockaddr, int *upeer_addrlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "upeer_sockaddr", "upeer_addrlen")
    syscall = "accept"
    _arguments = ("fd", "upeer_sockaddr", "upeer_addrlen")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def upeer_sockaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("upeer_sockaddr")
        return value

    @property
    def upeer_addrlen(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("upeer_addrlen")
        return value


class Accept4(TypedEvent):
    """accept4(int fd, struct sockaddr *upeer_sockaddr, int *upeer_addrlen, int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "upeer_sockaddr", "upeer_addrlen", "flags")
    syscall = "accept4"
    _arguments = ("fd", "upeer_sockaddr", "upeer_addrlen", "flags")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def upeer_sockaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("upeer_sockaddr")
        return value

    @property
    def upeer_addrlen(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("upeer_addrlen")
        return value

    @property
    def flags(self) -> flag_sets.Accept4:
        """int: flags accept4."""
        return flag_sets.Accept4(self._int("flags"))


class Access(TypedEvent):
    """access(const char *filename, int mode)"""

    __slots__ = ()
    __match_args__ = ("filename", "mode")
    syscall = "access"
    _arguments = ("filename", "mode")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> flag_sets.Access:
        """int: flags access."""
        return flag_sets.Access(self._int("mode"))


class Acct(TypedEvent):
    """acct(const char *name)"""

    __slots__ = ()
    __match_args__ = ("name",)
    syscall = "acct"
    _arguments = ("name",)
    _captures = 1

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")


class AddKey(TypedEvent):
    """add_key(const char *_type, const char *_description, const void *_payload, size_t plen, key_serial_t ringid)"""

    __slots__ = ()
    __match_args__ = ("_type", "_description", "_payload", "plen", "ringid")
    syscall = "add_key"
    _arguments = ("_type", "_description", "_payload", "plen", "ringid")
    _captures = 3

    @property
    def _type(self) -> str | None:
        """const char *: string."""
        return self._string("_type")

    @property
    def _description(self) -> str | None:
        """const char *: string."""
        return self._string("_description")

    @property
    def _payload(self) -> bytes | None:
        """const void *: bytes."""
        return self._bytes("_payload")

    @property
    def plen(self) -> int:
        """size_t: unsigned number."""
        return self._int("plen")

    @property
    def ringid(self) -> int:
        """key_serial_t: number or flags keyring."""
        return self._int("ringid")


class Adjtimex(TypedEvent):
    """adjtimex(struct __kernel_timex *txc_p)"""

    __slots__ = ()
    __match_args__ = ("txc_p",)
    syscall = "adjtimex"
    _arguments = ("txc_p",)
    _captures = 2

    @property
    def txc_p(self) -> StructKernelTimex | None:
        """struct __kernel_timex *: struct __kernel_timex."""
        value: StructKernelTimex | None = self._value("txc_p")
        return value


class AfsSyscall(TypedEvent):
    """afs_syscall(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "afs_syscall"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Alarm(TypedEvent):
    """alarm(unsigned int seconds)"""

    __slots__ = ()
    __match_args__ = ("seconds",)
    syscall = "alarm"
    _arguments = ("seconds",)

    @property
    def seconds(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("seconds")


class ArchPrctl(TypedEvent):
    """arch_prctl(int option, unsigned long arg2)"""

    __slots__ = ()
    __match_args__ = ("option", "arg2")
    syscall = "arch_prctl"
    _arguments = ("option", "arg2")
    _captures = 1

    @property
    def option(self) -> int:
        """int: flags arch_prctl."""
        return self._int("option")

    @property
    def arg2(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg2")


class Bdflush(TypedEvent):
    """bdflush(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "bdflush"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Bind(TypedEvent):
    """bind(int fd, struct sockaddr *umyaddr, int addrlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "umyaddr", "addrlen")
    syscall = "bind"
    _arguments = ("fd", "umyaddr", "addrlen")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def umyaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("umyaddr")
        return value

    @property
    def addrlen(self) -> int:
        """int: number."""
        return self._int("addrlen")


class Bpf(TypedEvent):
    """bpf(int cmd, union bpf_attr *uattr, unsigned int size, struct bpf_common_attr *uattr_common, unsigned int size_common)"""

    __slots__ = ()
    __match_args__ = ("cmd", "uattr", "size", "uattr_common", "size_common")
    syscall = "bpf"
    _arguments = ("cmd", "uattr", "size", "uattr_common", "size_common")
    _captures = 2

    @property
    def cmd(self) -> flag_sets.Bpf:
        """int: flags bpf."""
        return flag_sets.Bpf(self._int("cmd"))

    @property
    def uattr(self) -> Any:
        """union bpf_attr *: struct bpf_attr, or by cmd."""
        return self._value("uattr")

    @property
    def size(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("size")

    @property
    def uattr_common(self) -> StructBpfCommonAttr | None:
        """struct bpf_common_attr *: struct bpf_common_attr, only with BPF_COMMON_ATTRS in cmd."""
        value: StructBpfCommonAttr | None = self._value("uattr_common")
        return value

    @property
    def size_common(self) -> int:
        """unsigned int: unsigned number, only with BPF_COMMON_ATTRS in cmd."""
        return self._int("size_common")


class Brk(TypedEvent):
    """brk(unsigned long brk)"""

    __slots__ = ()
    __match_args__ = ("brk",)
    syscall = "brk"
    _arguments = ("brk",)

    @property
    def brk(self) -> int:
        """unsigned long: address."""
        return self._int("brk")


class Cachestat(TypedEvent):
    """cachestat(unsigned int fd, struct cachestat_range *cstat_range, struct cachestat *cstat, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "cstat_range", "cstat", "flags")
    syscall = "cachestat"
    _arguments = ("fd", "cstat_range", "cstat", "flags")
    _captures = 2

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cstat_range(self) -> StructCachestatRange | None:
        """struct cachestat_range *: struct cachestat_range."""
        value: StructCachestatRange | None = self._value("cstat_range")
        return value

    @property
    def cstat(self) -> StructCachestat | None:
        """struct cachestat *: struct cachestat."""
        value: StructCachestat | None = self._value("cstat")
        return value

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class Capget(TypedEvent):
    """capget(cap_user_header_t header, cap_user_data_t dataptr)"""

    __slots__ = ()
    __match_args__ = ("header_", "dataptr")
    syscall = "capget"
    _arguments = ("header", "dataptr")
    _captures = 3

    @property
    def header_(self) -> StructUserCapHeaderStruct | None:
        """cap_user_header_t: struct __user_cap_header_struct."""
        value: StructUserCapHeaderStruct | None = self._value("header")
        return value

    @property
    def dataptr(self) -> list[StructUserCapDataStruct] | None:
        """cap_user_data_t: array of struct __user_cap_data_struct."""
        value: list[StructUserCapDataStruct] | None = self._value("dataptr")
        return value


class Capset(TypedEvent):
    """capset(cap_user_header_t header, const cap_user_data_t data)"""

    __slots__ = ()
    __match_args__ = ("header_", "data")
    syscall = "capset"
    _arguments = ("header", "data")
    _captures = 2

    @property
    def header_(self) -> StructUserCapHeaderStruct | None:
        """cap_user_header_t: struct __user_cap_header_struct."""
        value: StructUserCapHeaderStruct | None = self._value("header")
        return value

    @property
    def data(self) -> list[StructUserCapDataStruct] | None:
        """const cap_user_data_t: array of struct __user_cap_data_struct."""
        value: list[StructUserCapDataStruct] | None = self._value("data")
        return value


class Chdir(TypedEvent):
    """chdir(const char *filename)"""

    __slots__ = ()
    __match_args__ = ("filename",)
    syscall = "chdir"
    _arguments = ("filename",)
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")


class Chmod(TypedEvent):
    """chmod(const char *filename, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("filename", "mode")
    syscall = "chmod"
    _arguments = ("filename", "mode")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class Chown(TypedEvent):
    """chown(const char *filename, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("filename", "user", "group")
    syscall = "chown"
    _arguments = ("filename", "user", "group")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Chown32(TypedEvent):
    """chown32(const char *filename, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("filename", "user", "group")
    syscall = "chown32"
    _arguments = ("filename", "user", "group")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Chroot(TypedEvent):
    """chroot(const char *filename)"""

    __slots__ = ()
    __match_args__ = ("filename",)
    syscall = "chroot"
    _arguments = ("filename",)
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")


class ClockAdjtime(TypedEvent):
    """clock_adjtime(const clockid_t which_clock, struct __kernel_timex *utx)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "utx")
    syscall = "clock_adjtime"
    _arguments = ("which_clock", "utx")
    _captures = 2

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def utx(self) -> StructKernelTimex | None:
        """struct __kernel_timex *: struct __kernel_timex."""
        value: StructKernelTimex | None = self._value("utx")
        return value


class ClockAdjtime64(TypedEvent):
    """clock_adjtime64(const clockid_t which_clock, struct __kernel_timex *utx)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "utx")
    syscall = "clock_adjtime64"
    _arguments = ("which_clock", "utx")
    _captures = 2

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def utx(self) -> StructTimex64 | None:
        """struct __kernel_timex *: struct timex64."""
        value: StructTimex64 | None = self._value("utx")
        return value


class ClockGetres(TypedEvent):
    """clock_getres(const clockid_t which_clock, struct __kernel_timespec *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_getres"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("tp")
        return value


class ClockGetresTime64(TypedEvent):
    """clock_getres_time64(const clockid_t which_clock, struct timespec64 *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_getres_time64"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("tp")
        return value


class ClockGettime(TypedEvent):
    """clock_gettime(const clockid_t which_clock, struct __kernel_timespec *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_gettime"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("tp")
        return value


class ClockGettime64(TypedEvent):
    """clock_gettime64(const clockid_t which_clock, struct timespec64 *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_gettime64"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("tp")
        return value


class ClockNanosleep(TypedEvent):
    """clock_nanosleep(const clockid_t which_clock, int flags, const struct __kernel_timespec *rqtp, struct __kernel_timespec *rmtp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "flags", "rqtp", "rmtp")
    syscall = "clock_nanosleep"
    _arguments = ("which_clock", "flags", "rqtp", "rmtp")
    _captures = 2

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def flags(self) -> flag_sets.Timer:
        """int: flags timer."""
        return flag_sets.Timer(self._int("flags"))

    @property
    def rqtp(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("rqtp")
        return value

    @property
    def rmtp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("rmtp")
        return value


class ClockNanosleepTime64(TypedEvent):
    """clock_nanosleep_time64(const clockid_t which_clock, int flags, const struct timespec64 *rqtp, struct timespec64 *rmtp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "flags", "rqtp", "rmtp")
    syscall = "clock_nanosleep_time64"
    _arguments = ("which_clock", "flags", "rqtp", "rmtp")
    _captures = 2

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def flags(self) -> flag_sets.Timer:
        """int: flags timer."""
        return flag_sets.Timer(self._int("flags"))

    @property
    def rqtp(self) -> StructTimespec64 | None:
        """const struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("rqtp")
        return value

    @property
    def rmtp(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("rmtp")
        return value


class ClockSettime(TypedEvent):
    """clock_settime(const clockid_t which_clock, const struct __kernel_timespec *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_settime"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("tp")
        return value


class ClockSettime64(TypedEvent):
    """clock_settime64(const clockid_t which_clock, const struct timespec64 *tp)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "tp")
    syscall = "clock_settime64"
    _arguments = ("which_clock", "tp")
    _captures = 1

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def tp(self) -> StructTimespec64 | None:
        """const struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("tp")
        return value


class Clone(TypedEvent):
    """clone(unsigned long clone_flags, unsigned long newsp, int *parent_tidptr, int *child_tidptr, unsigned long tls)"""

    __slots__ = ()
    __match_args__ = ("clone_flags", "newsp", "parent_tidptr", "child_tidptr", "tls")
    syscall = "clone"
    _arguments = ("clone_flags", "newsp", "parent_tidptr", "child_tidptr", "tls")
    _captures = 2

    @property
    def clone_flags(self) -> flag_sets.Clone:
        """unsigned long: flags clone."""
        return flag_sets.Clone(self._int("clone_flags"))

    @property
    def newsp(self) -> int:
        """unsigned long: address."""
        return self._int("newsp")

    @property
    def parent_tidptr(self) -> list[int] | None:
        """int *: array of numbers, only with CLONE_PIDFD or CLONE_PARENT_SETTID in clone_flags."""
        value: list[int] | None = self._value("parent_tidptr")
        return value

    @property
    def child_tidptr(self) -> list[int] | None:
        """int *: array of numbers, only with CLONE_CHILD_CLEARTID or CLONE_CHILD_SETTID in clone_flags."""
        value: list[int] | None = self._value("child_tidptr")
        return value

    @property
    def tls(self) -> int:
        """unsigned long: number, in hex, only with CLONE_SETTLS in clone_flags."""
        return self._int("tls")


class Clone3(TypedEvent):
    """clone3(struct clone_args *uargs, size_t size)"""

    __slots__ = ()
    __match_args__ = ("uargs", "size")
    syscall = "clone3"
    _arguments = ("uargs", "size")
    _captures = 1

    @property
    def uargs(self) -> StructCloneArgs | None:
        """struct clone_args *: struct clone_args."""
        value: StructCloneArgs | None = self._value("uargs")
        return value

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Close(TypedEvent):
    """close(unsigned int fd)"""

    __slots__ = ()
    __match_args__ = ("fd",)
    syscall = "close"
    _arguments = ("fd",)

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")


class CloseRange(TypedEvent):
    """close_range(unsigned int fd, unsigned int max_fd, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "max_fd", "flags")
    syscall = "close_range"
    _arguments = ("fd", "max_fd", "flags")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def max_fd(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("max_fd")

    @property
    def flags(self) -> flag_sets.CloseRange:
        """unsigned int: flags close_range."""
        return flag_sets.CloseRange(self._int("flags"))


class Connect(TypedEvent):
    """connect(int fd, struct sockaddr *uservaddr, int addrlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "uservaddr", "addrlen")
    syscall = "connect"
    _arguments = ("fd", "uservaddr", "addrlen")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def uservaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("uservaddr")
        return value

    @property
    def addrlen(self) -> int:
        """int: number."""
        return self._int("addrlen")


class CopyFileRange(TypedEvent):
    """copy_file_range(int fd_in, loff_t *off_in, int fd_out, loff_t *off_out, size_t len, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd_in", "off_in", "fd_out", "off_out", "len", "flags")
    syscall = "copy_file_range"
    _arguments = ("fd_in", "off_in", "fd_out", "off_out", "len", "flags")
    _captures = 4

    @property
    def fd_in(self) -> int:
        """int: file descriptor."""
        return self._int("fd_in")

    @property
    def off_in(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("off_in")
        return value

    @property
    def fd_out(self) -> int:
        """int: file descriptor."""
        return self._int("fd_out")

    @property
    def off_out(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("off_out")
        return value

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class Creat(TypedEvent):
    """creat(const char *pathname, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("pathname", "mode")
    syscall = "creat"
    _arguments = ("pathname", "mode")
    _captures = 1

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class CreateModule(TypedEvent):
    """create_module(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "create_module"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class DeleteModule(TypedEvent):
    """delete_module(const char *name_user, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("name_user", "flags")
    syscall = "delete_module"
    _arguments = ("name_user", "flags")
    _captures = 1

    @property
    def name_user(self) -> str | None:
        """const char *: string."""
        return self._string("name_user")

    @property
    def flags(self) -> flag_sets.DeleteModule:
        """unsigned int: flags delete_module."""
        return flag_sets.DeleteModule(self._int("flags"))


class Dup(TypedEvent):
    """dup(unsigned int fildes)"""

    __slots__ = ()
    __match_args__ = ("fildes",)
    syscall = "dup"
    _arguments = ("fildes",)

    @property
    def fildes(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fildes")


class Dup2(TypedEvent):
    """dup2(unsigned int oldfd, unsigned int newfd)"""

    __slots__ = ()
    __match_args__ = ("oldfd", "newfd")
    syscall = "dup2"
    _arguments = ("oldfd", "newfd")

    @property
    def oldfd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("oldfd")

    @property
    def newfd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("newfd")


class Dup3(TypedEvent):
    """dup3(unsigned int oldfd, unsigned int newfd, int flags)"""

    __slots__ = ()
    __match_args__ = ("oldfd", "newfd", "flags")
    syscall = "dup3"
    _arguments = ("oldfd", "newfd", "flags")

    @property
    def oldfd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("oldfd")

    @property
    def newfd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("newfd")

    @property
    def flags(self) -> flag_sets.OpenFlags:
        """int: flags open_flags."""
        return flag_sets.OpenFlags(self._int("flags"))


class EpollCreate(TypedEvent):
    """epoll_create(int size)"""

    __slots__ = ()
    __match_args__ = ("size",)
    syscall = "epoll_create"
    _arguments = ("size",)

    @property
    def size(self) -> int:
        """int: number."""
        return self._int("size")


class EpollCreate1(TypedEvent):
    """epoll_create1(int flags)"""

    __slots__ = ()
    __match_args__ = ("flags",)
    syscall = "epoll_create1"
    _arguments = ("flags",)

    @property
    def flags(self) -> flag_sets.EpollCreate:
        """int: flags epoll_create."""
        return flag_sets.EpollCreate(self._int("flags"))


class EpollCtl(TypedEvent):
    """epoll_ctl(int epfd, int op, int fd, struct epoll_event *event)"""

    __slots__ = ()
    __match_args__ = ("epfd", "op", "fd", "event")
    syscall = "epoll_ctl"
    _arguments = ("epfd", "op", "fd", "event")
    _captures = 1

    @property
    def epfd(self) -> int:
        """int: file descriptor."""
        return self._int("epfd")

    @property
    def op(self) -> int:
        """int: flags epoll_ctl."""
        return self._int("op")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def event(self) -> StructEpollEvent | None:
        """struct epoll_event *: struct epoll_event."""
        value: StructEpollEvent | None = self._value("event")
        return value


class EpollCtlOld(TypedEvent):
    """epoll_ctl_old(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "epoll_ctl_old"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class EpollPwait(TypedEvent):
    """epoll_pwait(int epfd, struct epoll_event *events, int maxevents, int timeout, const sigset_t *sigmask, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize")
    syscall = "epoll_pwait"
    _arguments = ("epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize")
    _captures = 2

    @property
    def epfd(self) -> int:
        """int: file descriptor."""
        return self._int("epfd")

    @property
    def events(self) -> list[StructEpollEvent] | None:
        """struct epoll_event *: array of struct epoll_event."""
        value: list[StructEpollEvent] | None = self._value("events")
        return value

    @property
    def maxevents(self) -> int:
        """int: number."""
        return self._int("maxevents")

    @property
    def timeout(self) -> int:
        """int: number."""
        return self._int("timeout")

    @property
    def sigmask(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("sigmask")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class EpollPwait2(TypedEvent):
    """epoll_pwait2(int epfd, struct epoll_event *events, int maxevents, const struct __kernel_timespec *timeout, const sigset_t *sigmask, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize")
    syscall = "epoll_pwait2"
    _arguments = ("epfd", "events", "maxevents", "timeout", "sigmask", "sigsetsize")
    _captures = 3

    @property
    def epfd(self) -> int:
        """int: file descriptor."""
        return self._int("epfd")

    @property
    def events(self) -> list[StructEpollEvent] | None:
        """struct epoll_event *: array of struct epoll_event."""
        value: list[StructEpollEvent] | None = self._value("events")
        return value

    @property
    def maxevents(self) -> int:
        """int: number."""
        return self._int("maxevents")

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value

    @property
    def sigmask(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("sigmask")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class EpollWait(TypedEvent):
    """epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout)"""

    __slots__ = ()
    __match_args__ = ("epfd", "events", "maxevents", "timeout")
    syscall = "epoll_wait"
    _arguments = ("epfd", "events", "maxevents", "timeout")
    _captures = 1

    @property
    def epfd(self) -> int:
        """int: file descriptor."""
        return self._int("epfd")

    @property
    def events(self) -> list[StructEpollEvent] | None:
        """struct epoll_event *: array of struct epoll_event."""
        value: list[StructEpollEvent] | None = self._value("events")
        return value

    @property
    def maxevents(self) -> int:
        """int: number."""
        return self._int("maxevents")

    @property
    def timeout(self) -> int:
        """int: number."""
        return self._int("timeout")


class EpollWaitOld(TypedEvent):
    """epoll_wait_old(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "epoll_wait_old"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Eventfd(TypedEvent):
    """eventfd(unsigned int count)"""

    __slots__ = ()
    __match_args__ = ("count",)
    syscall = "eventfd"
    _arguments = ("count",)

    @property
    def count(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("count")


class Eventfd2(TypedEvent):
    """eventfd2(unsigned int count, int flags)"""

    __slots__ = ()
    __match_args__ = ("count", "flags")
    syscall = "eventfd2"
    _arguments = ("count", "flags")

    @property
    def count(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("count")

    @property
    def flags(self) -> flag_sets.Eventfd:
        """int: flags eventfd."""
        return flag_sets.Eventfd(self._int("flags"))


class Execve(TypedEvent):
    """execve(const char *filename, const char *const *argv, const char *const *envp)"""

    __slots__ = ()
    __match_args__ = ("filename", "argv", "envp")
    syscall = "execve"
    _arguments = ("filename", "argv", "envp")
    _captures = 3

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def argv(self) -> list[str | None] | None:
        """const char *const *: strings."""
        value: list[str | None] | None = self._value("argv")
        return value

    @property
    def envp(self) -> list[str | None] | None:
        """const char *const *: strings."""
        value: list[str | None] | None = self._value("envp")
        return value


class Execveat(TypedEvent):
    """execveat(int fd, const char *filename, const char *const *argv, const char *const *envp, int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "filename", "argv", "envp", "flags")
    syscall = "execveat"
    _arguments = ("fd", "filename", "argv", "envp", "flags")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("fd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def argv(self) -> list[str | None] | None:
        """const char *const *: strings."""
        value: list[str | None] | None = self._value("argv")
        return value

    @property
    def envp(self) -> list[str | None] | None:
        """const char *const *: strings."""
        value: list[str | None] | None = self._value("envp")
        return value

    @property
    def flags(self) -> flag_sets.Execveat:
        """int: flags execveat."""
        return flag_sets.Execveat(self._int("flags"))


class Exit(TypedEvent):
    """exit(int error_code)"""

    __slots__ = ()
    __match_args__ = ("error_code",)
    syscall = "exit"
    _arguments = ("error_code",)

    @property
    def error_code(self) -> int:
        """int: number."""
        return self._int("error_code")


class ExitGroup(TypedEvent):
    """exit_group(int error_code)"""

    __slots__ = ()
    __match_args__ = ("error_code",)
    syscall = "exit_group"
    _arguments = ("error_code",)

    @property
    def error_code(self) -> int:
        """int: number."""
        return self._int("error_code")


class Faccessat(TypedEvent):
    """faccessat(int dfd, const char *filename, int mode)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "mode")
    syscall = "faccessat"
    _arguments = ("dfd", "filename", "mode")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> flag_sets.Access:
        """int: flags access."""
        return flag_sets.Access(self._int("mode"))


class Faccessat2(TypedEvent):
    """faccessat2(int dfd, const char *filename, int mode, int flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "mode", "flags")
    syscall = "faccessat2"
    _arguments = ("dfd", "filename", "mode", "flags")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> flag_sets.Access:
        """int: flags access."""
        return flag_sets.Access(self._int("mode"))

    @property
    def flags(self) -> flag_sets.Faccessat2:
        """int: flags faccessat2."""
        return flag_sets.Faccessat2(self._int("flags"))


class Fadvise64(TypedEvent):
    """fadvise64(int fd, loff_t offset, size_t len, int advice)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset", "len", "advice")
    syscall = "fadvise64"
    _arguments = ("fd", "offset", "len", "advice")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def offset(self) -> int:
        """loff_t: number."""
        return self._int("offset")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def advice(self) -> int:
        """int: flags fadvise."""
        return self._int("advice")


class Fadvise6464(TypedEvent):
    """fadvise64_64(int fd, loff_t offset, loff_t len, int advice)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset", "len", "advice")
    syscall = "fadvise64_64"
    _arguments = ("fd", "offset", "len", "advice")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def offset(self) -> int:
        """loff_t: number."""
        return self._int("offset")

    @property
    def len(self) -> int:
        """loff_t: number."""
        return self._int("len")

    @property
    def advice(self) -> int:
        """int: flags fadvise."""
        return self._int("advice")


class Fallocate(TypedEvent):
    """fallocate(int fd, int mode, loff_t offset, loff_t len)"""

    __slots__ = ()
    __match_args__ = ("fd", "mode", "offset", "len")
    syscall = "fallocate"
    _arguments = ("fd", "mode", "offset", "len")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def mode(self) -> flag_sets.Fallocate:
        """int: flags fallocate."""
        return flag_sets.Fallocate(self._int("mode"))

    @property
    def offset(self) -> int:
        """loff_t: number."""
        return self._int("offset")

    @property
    def len(self) -> int:
        """loff_t: number."""
        return self._int("len")


class FanotifyInit(TypedEvent):
    """fanotify_init(unsigned int flags, unsigned int event_f_flags)"""

    __slots__ = ()
    __match_args__ = ("flags", "event_f_flags")
    syscall = "fanotify_init"
    _arguments = ("flags", "event_f_flags")

    @property
    def flags(self) -> flag_sets.FanotifyInit:
        """unsigned int: flags fanotify_init."""
        return flag_sets.FanotifyInit(self._int("flags"))

    @property
    def event_f_flags(self) -> flag_sets.Open:
        """unsigned int: flags open."""
        return flag_sets.Open(self._int("event_f_flags"))


class FanotifyMark(TypedEvent):
    """fanotify_mark(int fanotify_fd, unsigned int flags, __u64 mask, int dfd, const char *pathname)"""

    __slots__ = ()
    __match_args__ = ("fanotify_fd", "flags", "mask", "dfd", "pathname")
    syscall = "fanotify_mark"
    _arguments = ("fanotify_fd", "flags", "mask", "dfd", "pathname")
    _captures = 1

    @property
    def fanotify_fd(self) -> int:
        """int: file descriptor."""
        return self._int("fanotify_fd")

    @property
    def flags(self) -> flag_sets.FanotifyMark:
        """unsigned int: flags fanotify_mark."""
        return flag_sets.FanotifyMark(self._int("flags"))

    @property
    def mask(self) -> flag_sets.FanotifyMask:
        """__u64: flags fanotify_mask."""
        return flag_sets.FanotifyMask(self._int("mask"))

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")


class Fchdir(TypedEvent):
    """fchdir(unsigned int fd)"""

    __slots__ = ()
    __match_args__ = ("fd",)
    syscall = "fchdir"
    _arguments = ("fd",)

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")


class Fchmod(TypedEvent):
    """fchmod(unsigned int fd, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("fd", "mode")
    syscall = "fchmod"
    _arguments = ("fd", "mode")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class Fchmodat(TypedEvent):
    """fchmodat(int dfd, const char *filename, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "mode")
    syscall = "fchmodat"
    _arguments = ("dfd", "filename", "mode")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class Fchmodat2(TypedEvent):
    """fchmodat2(int dfd, const char *filename, umode_t mode, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "mode", "flags")
    syscall = "fchmodat2"
    _arguments = ("dfd", "filename", "mode", "flags")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")

    @property
    def flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("flags"))


class Fchown(TypedEvent):
    """fchown(unsigned int fd, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("fd", "user", "group")
    syscall = "fchown"
    _arguments = ("fd", "user", "group")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Fchown32(TypedEvent):
    """fchown32(unsigned int fd, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("fd", "user", "group")
    syscall = "fchown32"
    _arguments = ("fd", "user", "group")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Fchownat(TypedEvent):
    """fchownat(int dfd, const char *filename, uid_t user, gid_t group, int flag)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "user", "group", "flag")
    syscall = "fchownat"
    _arguments = ("dfd", "filename", "user", "group", "flag")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")

    @property
    def flag(self) -> flag_sets.Fchownat:
        """int: flags fchownat."""
        return flag_sets.Fchownat(self._int("flag"))


class Fcntl(TypedEvent):
    """fcntl(unsigned int fd, unsigned int cmd, unsigned long arg)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd", "arg")
    syscall = "fcntl"
    _arguments = ("fd", "cmd", "arg")
    _captures = 2

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> int:
        """unsigned int: flags fcntl."""
        return self._int("cmd")

    @property
    def arg(self) -> Any:
        """unsigned long: number, in hex, or by cmd."""
        return self._value("arg")


class Fcntl64(TypedEvent):
    """fcntl64(unsigned int fd, unsigned int cmd, unsigned long arg)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd", "arg")
    syscall = "fcntl64"
    _arguments = ("fd", "cmd", "arg")
    _captures = 2

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> int:
        """unsigned int: flags fcntl."""
        return self._int("cmd")

    @property
    def arg(self) -> Any:
        """unsigned long: number, in hex, or by cmd."""
        return self._value("arg")


class Fdatasync(TypedEvent):
    """fdatasync(unsigned int fd)"""

    __slots__ = ()
    __match_args__ = ("fd",)
    syscall = "fdatasync"
    _arguments = ("fd",)

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")


class Fgetxattr(TypedEvent):
    """fgetxattr(int fd, const char *name, void *value, size_t size)"""

    __slots__ = ()
    __match_args__ = ("fd", "name", "value", "size")
    syscall = "fgetxattr"
    _arguments = ("fd", "name", "value", "size")
    _captures = 2

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class FileGetattr(TypedEvent):
    """file_getattr(int dfd, const char *filename, struct file_attr *ufattr, size_t usize, unsigned int at_flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "ufattr", "usize", "at_flags")
    syscall = "file_getattr"
    _arguments = ("dfd", "filename", "ufattr", "usize", "at_flags")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def ufattr(self) -> StructFileAttr | None:
        """struct file_attr *: struct file_attr."""
        value: StructFileAttr | None = self._value("ufattr")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))


class FileSetattr(TypedEvent):
    """file_setattr(int dfd, const char *filename, struct file_attr *ufattr, size_t usize, unsigned int at_flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "ufattr", "usize", "at_flags")
    syscall = "file_setattr"
    _arguments = ("dfd", "filename", "ufattr", "usize", "at_flags")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def ufattr(self) -> StructFileAttr | None:
        """struct file_attr *: struct file_attr."""
        value: StructFileAttr | None = self._value("ufattr")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))


class FinitModule(TypedEvent):
    """finit_module(int fd, const char *uargs, int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "uargs", "flags")
    syscall = "finit_module"
    _arguments = ("fd", "uargs", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def uargs(self) -> str | None:
        """const char *: string."""
        return self._string("uargs")

    @property
    def flags(self) -> flag_sets.FinitModule:
        """int: flags finit_module."""
        return flag_sets.FinitModule(self._int("flags"))


class Flistxattr(TypedEvent):
    """flistxattr(int fd, char *list, size_t size)"""

    __slots__ = ()
    __match_args__ = ("fd", "list", "size")
    syscall = "flistxattr"
    _arguments = ("fd", "list", "size")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def list(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("list")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Flock(TypedEvent):
    """flock(unsigned int fd, unsigned int cmd)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd")
    syscall = "flock"
    _arguments = ("fd", "cmd")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> flag_sets.Flock:
        """unsigned int: flags flock."""
        return flag_sets.Flock(self._int("cmd"))


class Fork(TypedEvent):
    """fork()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "fork"


class Fremovexattr(TypedEvent):
    """fremovexattr(int fd, const char *name)"""

    __slots__ = ()
    __match_args__ = ("fd", "name")
    syscall = "fremovexattr"
    _arguments = ("fd", "name")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")


class Fsconfig(TypedEvent):
    """fsconfig(int fd, unsigned int cmd, const char *_key, const void *_value, int aux)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd", "_key", "_value", "aux")
    syscall = "fsconfig"
    _arguments = ("fd", "cmd", "_key", "_value", "aux")
    _captures = 2

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> int:
        """unsigned int: flags fsconfig."""
        return self._int("cmd")

    @property
    def _key(self) -> str | None:
        """const char *: string."""
        return self._string("_key")

    @property
    def _value(self) -> Any:
        """const void *: address, or by cmd."""
        return self._value("_value")

    @property
    def aux(self) -> Any:
        """int: number, or by cmd."""
        return self._value("aux")


class Fsetxattr(TypedEvent):
    """fsetxattr(int fd, const char *name, const void *value, size_t size, int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "name", "value", "size", "flags")
    syscall = "fsetxattr"
    _arguments = ("fd", "name", "value", "size", "flags")
    _captures = 2

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """const void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.Xattr:
        """int: flags xattr."""
        return flag_sets.Xattr(self._int("flags"))


class Fsmount(TypedEvent):
    """fsmount(int fs_fd, unsigned int flags, unsigned int attr_flags)"""

    __slots__ = ()
    __match_args__ = ("fs_fd", "flags", "attr_flags")
    syscall = "fsmount"
    _arguments = ("fs_fd", "flags", "attr_flags")

    @property
    def fs_fd(self) -> int:
        """int: file descriptor."""
        return self._int("fs_fd")

    @property
    def flags(self) -> flag_sets.Fsmount:
        """unsigned int: flags fsmount."""
        return flag_sets.Fsmount(self._int("flags"))

    @property
    def attr_flags(self) -> flag_sets.MountAttr:
        """unsigned int: flags mount_attr."""
        return flag_sets.MountAttr(self._int("attr_flags"))


class Fsopen(TypedEvent):
    """fsopen(const char *_fs_name, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("_fs_name", "flags")
    syscall = "fsopen"
    _arguments = ("_fs_name", "flags")
    _captures = 1

    @property
    def _fs_name(self) -> str | None:
        """const char *: string."""
        return self._string("_fs_name")

    @property
    def flags(self) -> flag_sets.Fsopen:
        """unsigned int: flags fsopen."""
        return flag_sets.Fsopen(self._int("flags"))


class Fspick(TypedEvent):
    """fspick(int dfd, const char *path, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "path", "flags")
    syscall = "fspick"
    _arguments = ("dfd", "path", "flags")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def path(self) -> str | None:
        """const char *: string."""
        return self._string("path")

    @property
    def flags(self) -> flag_sets.Fspick:
        """unsigned int: flags fspick."""
        return flag_sets.Fspick(self._int("flags"))


class Fstat(TypedEvent):
    """fstat(unsigned int fd, struct stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("fd", "statbuf")
    syscall = "fstat"
    _arguments = ("fd", "statbuf")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def statbuf(self) -> StructStat | None:
        """struct stat *: struct stat."""
        value: StructStat | None = self._value("statbuf")
        return value


class Fstat64(TypedEvent):
    """fstat64(unsigned int fd, struct stat64 *statbuf)"""

    __slots__ = ()
    __match_args__ = ("fd", "statbuf")
    syscall = "fstat64"
    _arguments = ("fd", "statbuf")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def statbuf(self) -> StructStat64 | None:
        """struct stat64 *: struct stat64."""
        value: StructStat64 | None = self._value("statbuf")
        return value


class Fstatat64(TypedEvent):
    """fstatat64(int dfd, const char *filename, struct stat64 *statbuf, int flag)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "statbuf", "flag")
    syscall = "fstatat64"
    _arguments = ("dfd", "filename", "statbuf", "flag")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat64 | None:
        """struct stat64 *: struct stat64."""
        value: StructStat64 | None = self._value("statbuf")
        return value

    @property
    def flag(self) -> flag_sets.At:
        """int: flags at."""
        return flag_sets.At(self._int("flag"))


class Fstatfs(TypedEvent):
    """fstatfs(unsigned int fd, struct statfs *buf)"""

    __slots__ = ()
    __match_args__ = ("fd", "buf")
    syscall = "fstatfs"
    _arguments = ("fd", "buf")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def buf(self) -> StructStatfs | None:
        """struct statfs *: struct statfs."""
        value: StructStatfs | None = self._value("buf")
        return value


class Fstatfs64(TypedEvent):
    """fstatfs64(unsigned int fd, size_t sz, struct statfs64 *buf)"""

    __slots__ = ()
    __match_args__ = ("fd", "sz", "buf")
    syscall = "fstatfs64"
    _arguments = ("fd", "sz", "buf")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def sz(self) -> int:
        """size_t: unsigned number."""
        return self._int("sz")

    @property
    def buf(self) -> StructStatfs64 | None:
        """struct statfs64 *: struct statfs64."""
        value: StructStatfs64 | None = self._value("buf")
        return value


class Fsync(TypedEvent):
    """fsync(unsigned int fd)"""

    __slots__ = ()
    __match_args__ = ("fd",)
    syscall = "fsync"
    _arguments = ("fd",)

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")


class Ftime(TypedEvent):
    """ftime(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "ftime"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Ftruncate(TypedEvent):
    """ftruncate(unsigned int fd, off_t length)"""

    __slots__ = ()
    __match_args__ = ("fd", "length")
    syscall = "ftruncate"
    _arguments = ("fd", "length")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def length(self) -> int:
        """off_t: number."""
        return self._int("length")


class Ftruncate64(TypedEvent):
    """ftruncate64(unsigned int fd, loff_t length)"""

    __slots__ = ()
    __match_args__ = ("fd", "length")
    syscall = "ftruncate64"
    _arguments = ("fd", "length")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def length(self) -> int:
        """loff_t: number."""
        return self._int("length")


class Futex(TypedEvent):
    """futex(u32 *uaddr, int op, u32 val, const struct __kernel_timespec *utime, u32 *uaddr2, u32 val3)"""

    __slots__ = ()
    __match_args__ = ("uaddr", "op", "val", "utime", "uaddr2", "val3")
    syscall = "futex"
    _arguments = ("uaddr", "op", "val", "utime", "uaddr2", "val3")
    _captures = 3

    @property
    def uaddr(self) -> list[int] | None:
        """u32 *: array of unsigned numbers."""
        value: list[int] | None = self._value("uaddr")
        return value

    @property
    def op(self) -> flag_sets.Futex:
        """int: flags futex."""
        return flag_sets.Futex(self._int("op"))

    @property
    def val(self) -> int:
        """u32: unsigned number."""
        return self._int("val")

    @property
    def utime(self) -> Any:
        """const struct __kernel_timespec *: address, or by op."""
        return self._value("utime")

    @property
    def uaddr2(self) -> Any:
        """u32 *: address, or by op."""
        return self._value("uaddr2")

    @property
    def val3(self) -> Any:
        """u32: number, in hex, or by op."""
        return self._value("val3")


class FutexRequeue(TypedEvent):
    """futex_requeue(struct futex_waitv *waiters, unsigned int flags, int nr_wake, int nr_requeue)"""

    __slots__ = ()
    __match_args__ = ("waiters", "flags", "nr_wake", "nr_requeue")
    syscall = "futex_requeue"
    _arguments = ("waiters", "flags", "nr_wake", "nr_requeue")
    _captures = 1

    @property
    def waiters(self) -> list[StructFutexWaitv] | None:
        """struct futex_waitv *: array of struct futex_waitv."""
        value: list[StructFutexWaitv] | None = self._value("waiters")
        return value

    @property
    def flags(self) -> flag_sets.Futex2:
        """unsigned int: flags futex2."""
        return flag_sets.Futex2(self._int("flags"))

    @property
    def nr_wake(self) -> int:
        """int: number."""
        return self._int("nr_wake")

    @property
    def nr_requeue(self) -> int:
        """int: number."""
        return self._int("nr_requeue")


class FutexTime64(TypedEvent):
    """futex_time64(u32 *uaddr, int op, u32 val, const struct __kernel_timespec *utime, u32 *uaddr2, u32 val3)"""

    __slots__ = ()
    __match_args__ = ("uaddr", "op", "val", "utime", "uaddr2", "val3")
    syscall = "futex_time64"
    _arguments = ("uaddr", "op", "val", "utime", "uaddr2", "val3")
    _captures = 3

    @property
    def uaddr(self) -> list[int] | None:
        """u32 *: array of unsigned numbers."""
        value: list[int] | None = self._value("uaddr")
        return value

    @property
    def op(self) -> flag_sets.Futex:
        """int: flags futex."""
        return flag_sets.Futex(self._int("op"))

    @property
    def val(self) -> int:
        """u32: unsigned number."""
        return self._int("val")

    @property
    def utime(self) -> Any:
        """const struct __kernel_timespec *: address, or by op."""
        return self._value("utime")

    @property
    def uaddr2(self) -> Any:
        """u32 *: address, or by op."""
        return self._value("uaddr2")

    @property
    def val3(self) -> Any:
        """u32: number, in hex, or by op."""
        return self._value("val3")


class FutexWait(TypedEvent):
    """futex_wait(void *uaddr, unsigned long val, unsigned long mask, unsigned int flags, struct __kernel_timespec *timeout, clockid_t clockid)"""

    __slots__ = ()
    __match_args__ = ("uaddr", "val", "mask", "flags", "timeout", "clockid")
    syscall = "futex_wait"
    _arguments = ("uaddr", "val", "mask", "flags", "timeout", "clockid")
    _captures = 2

    @property
    def uaddr(self) -> list[int] | None:
        """void *: array of unsigned numbers."""
        value: list[int] | None = self._value("uaddr")
        return value

    @property
    def val(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("val")

    @property
    def mask(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("mask")

    @property
    def flags(self) -> flag_sets.Futex2:
        """unsigned int: flags futex2."""
        return flag_sets.Futex2(self._int("flags"))

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value

    @property
    def clockid(self) -> int:
        """clockid_t: flags clock."""
        return self._int("clockid")


class FutexWaitv(TypedEvent):
    """futex_waitv(struct futex_waitv *waiters, unsigned int nr_futexes, unsigned int flags, struct __kernel_timespec *timeout, clockid_t clockid)"""

    __slots__ = ()
    __match_args__ = ("waiters", "nr_futexes", "flags", "timeout", "clockid")
    syscall = "futex_waitv"
    _arguments = ("waiters", "nr_futexes", "flags", "timeout", "clockid")
    _captures = 2

    @property
    def waiters(self) -> list[StructFutexWaitv] | None:
        """struct futex_waitv *: array of struct futex_waitv."""
        value: list[StructFutexWaitv] | None = self._value("waiters")
        return value

    @property
    def nr_futexes(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nr_futexes")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value

    @property
    def clockid(self) -> int:
        """clockid_t: flags clock."""
        return self._int("clockid")


class FutexWake(TypedEvent):
    """futex_wake(void *uaddr, unsigned long mask, int nr, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("uaddr", "mask", "nr_", "flags")
    syscall = "futex_wake"
    _arguments = ("uaddr", "mask", "nr", "flags")
    _captures = 1

    @property
    def uaddr(self) -> list[int] | None:
        """void *: array of unsigned numbers."""
        value: list[int] | None = self._value("uaddr")
        return value

    @property
    def mask(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("mask")

    @property
    def nr_(self) -> int:
        """int: number."""
        return self._int("nr")

    @property
    def flags(self) -> flag_sets.Futex2:
        """unsigned int: flags futex2."""
        return flag_sets.Futex2(self._int("flags"))


class Futimesat(TypedEvent):
    """futimesat(int dfd, const char *filename, struct __kernel_old_timeval *utimes)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "utimes")
    syscall = "futimesat"
    _arguments = ("dfd", "filename", "utimes")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def utimes(self) -> list[StructKernelOldTimeval] | None:
        """struct __kernel_old_timeval *: array of struct __kernel_old_timeval."""
        value: list[StructKernelOldTimeval] | None = self._value("utimes")
        return value


class GetKernelSyms(TypedEvent):
    """get_kernel_syms(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "get_kernel_syms"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class GetMempolicy(TypedEvent):
    """get_mempolicy(int *policy, unsigned long *nmask, unsigned long maxnode, unsigned long addr, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("policy", "nmask", "maxnode", "addr", "flags")
    syscall = "get_mempolicy"
    _arguments = ("policy", "nmask", "maxnode", "addr", "flags")
    _captures = 2

    @property
    def policy(self) -> list[int] | None:
        """int *: array of flags mempolicy."""
        value: list[int] | None = self._value("policy")
        return value

    @property
    def nmask(self) -> list[int] | None:
        """unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("nmask")
        return value

    @property
    def maxnode(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("maxnode")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def flags(self) -> flag_sets.GetMempolicy:
        """unsigned long: flags get_mempolicy."""
        return flag_sets.GetMempolicy(self._int("flags"))


class GetRobustList(TypedEvent):
    """get_robust_list(int pid, struct robust_list_head **head_ptr, size_t *len_ptr)"""

    __slots__ = ()
    __match_args__ = ("pid_", "head_ptr", "len_ptr")
    syscall = "get_robust_list"
    _arguments = ("pid", "head_ptr", "len_ptr")
    _captures = 2

    @property
    def pid_(self) -> int:
        """int: process or thread."""
        return self._int("pid")

    @property
    def head_ptr(self) -> list[int] | None:
        """struct robust_list_head **: array of addresses."""
        value: list[int] | None = self._value("head_ptr")
        return value

    @property
    def len_ptr(self) -> list[int] | None:
        """size_t *: array of unsigned numbers."""
        value: list[int] | None = self._value("len_ptr")
        return value


class GetThreadArea(TypedEvent):
    """get_thread_area(struct user_desc *u_info)"""

    __slots__ = ()
    __match_args__ = ("u_info",)
    syscall = "get_thread_area"
    _arguments = ("u_info",)
    _captures = 1

    @property
    def u_info(self) -> StructUserDesc | None:
        """struct user_desc *: struct user_desc."""
        value: StructUserDesc | None = self._value("u_info")
        return value


class Getcpu(TypedEvent):
    """getcpu(unsigned *cpup, unsigned *nodep, void *unused)"""

    __slots__ = ()
    __match_args__ = ("cpup", "nodep", "unused")
    syscall = "getcpu"
    _arguments = ("cpup", "nodep", "unused")
    _captures = 2

    @property
    def cpup(self) -> list[int] | None:
        """unsigned *: array of unsigned numbers."""
        value: list[int] | None = self._value("cpup")
        return value

    @property
    def nodep(self) -> list[int] | None:
        """unsigned *: array of unsigned numbers."""
        value: list[int] | None = self._value("nodep")
        return value

    @property
    def unused(self) -> int:
        """void *: address."""
        return self._int("unused")


class Getcwd(TypedEvent):
    """getcwd(char *buf, unsigned long size)"""

    __slots__ = ()
    __match_args__ = ("buf", "size")
    syscall = "getcwd"
    _arguments = ("buf", "size")
    _captures = 1

    @property
    def buf(self) -> str | None:
        """char *: string."""
        return self._string("buf")

    @property
    def size(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("size")


class Getdents(TypedEvent):
    """getdents(unsigned int fd, struct linux_dirent *dirent, unsigned int count)"""

    __slots__ = ()
    __match_args__ = ("fd", "dirent", "count")
    syscall = "getdents"
    _arguments = ("fd", "dirent", "count")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def dirent(self) -> bytes | None:
        """struct linux_dirent *: bytes."""
        return self._bytes("dirent")

    @property
    def count(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("count")


class Getdents64(TypedEvent):
    """getdents64(unsigned int fd, struct linux_dirent64 *dirent, unsigned int count)"""

    __slots__ = ()
    __match_args__ = ("fd", "dirent", "count")
    syscall = "getdents64"
    _arguments = ("fd", "dirent", "count")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def dirent(self) -> list[StructDirent64] | None:
        """struct linux_dirent64 *: array of struct dirent64."""
        value: list[StructDirent64] | None = self._value("dirent")
        return value

    @property
    def count(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("count")


class Getegid(TypedEvent):
    """getegid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getegid"


class Getegid32(TypedEvent):
    """getegid32()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getegid32"


class Geteuid(TypedEvent):
    """geteuid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "geteuid"


class Geteuid32(TypedEvent):
    """geteuid32()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "geteuid32"


class Getgid(TypedEvent):
    """getgid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getgid"


class Getgid32(TypedEvent):
    """getgid32()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getgid32"


class Getgroups(TypedEvent):
    """getgroups(int gidsetsize, gid_t *grouplist)"""

    __slots__ = ()
    __match_args__ = ("gidsetsize", "grouplist")
    syscall = "getgroups"
    _arguments = ("gidsetsize", "grouplist")
    _captures = 1

    @property
    def gidsetsize(self) -> int:
        """int: number."""
        return self._int("gidsetsize")

    @property
    def grouplist(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("grouplist")
        return value


class Getgroups32(TypedEvent):
    """getgroups32(int gidsetsize, gid_t *grouplist)"""

    __slots__ = ()
    __match_args__ = ("gidsetsize", "grouplist")
    syscall = "getgroups32"
    _arguments = ("gidsetsize", "grouplist")
    _captures = 1

    @property
    def gidsetsize(self) -> int:
        """int: number."""
        return self._int("gidsetsize")

    @property
    def grouplist(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("grouplist")
        return value


class Getitimer(TypedEvent):
    """getitimer(int which, struct __kernel_old_itimerval *value)"""

    __slots__ = ()
    __match_args__ = ("which", "value")
    syscall = "getitimer"
    _arguments = ("which", "value")
    _captures = 1

    @property
    def which(self) -> int:
        """int: flags itimer."""
        return self._int("which")

    @property
    def value(self) -> StructKernelOldItimerval | None:
        """struct __kernel_old_itimerval *: struct __kernel_old_itimerval."""
        value: StructKernelOldItimerval | None = self._value("value")
        return value


class Getpeername(TypedEvent):
    """getpeername(int fd, struct sockaddr *usockaddr, int *usockaddr_len)"""

    __slots__ = ()
    __match_args__ = ("fd", "usockaddr", "usockaddr_len")
    syscall = "getpeername"
    _arguments = ("fd", "usockaddr", "usockaddr_len")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def usockaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("usockaddr")
        return value

    @property
    def usockaddr_len(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("usockaddr_len")
        return value


class Getpgid(TypedEvent):
    """getpgid(pid_t pid)"""

    __slots__ = ()
    __match_args__ = ("pid_",)
    syscall = "getpgid"
    _arguments = ("pid",)

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")


class Getpgrp(TypedEvent):
    """getpgrp()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getpgrp"


class Getpid(TypedEvent):
    """getpid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getpid"


class Getpmsg(TypedEvent):
    """getpmsg(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "getpmsg"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Getppid(TypedEvent):
    """getppid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getppid"


class Getpriority(TypedEvent):
    """getpriority(int which, int who)"""

    __slots__ = ()
    __match_args__ = ("which", "who")
    syscall = "getpriority"
    _arguments = ("which", "who")

    @property
    def which(self) -> int:
        """int: flags priority."""
        return self._int("which")

    @property
    def who(self) -> Any:
        """int: process or thread, or by which."""
        return self._value("who")


class Getrandom(TypedEvent):
    """getrandom(char *ubuf, size_t len, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("ubuf", "len", "flags")
    syscall = "getrandom"
    _arguments = ("ubuf", "len", "flags")
    _captures = 1

    @property
    def ubuf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("ubuf")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Getrandom:
        """unsigned int: flags getrandom."""
        return flag_sets.Getrandom(self._int("flags"))


class Getresgid(TypedEvent):
    """getresgid(gid_t *rgidp, gid_t *egidp, gid_t *sgidp)"""

    __slots__ = ()
    __match_args__ = ("rgidp", "egidp", "sgidp")
    syscall = "getresgid"
    _arguments = ("rgidp", "egidp", "sgidp")
    _captures = 3

    @property
    def rgidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("rgidp")
        return value

    @property
    def egidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("egidp")
        return value

    @property
    def sgidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("sgidp")
        return value


class Getresgid32(TypedEvent):
    """getresgid32(gid_t *rgidp, gid_t *egidp, gid_t *sgidp)"""

    __slots__ = ()
    __match_args__ = ("rgidp", "egidp", "sgidp")
    syscall = "getresgid32"
    _arguments = ("rgidp", "egidp", "sgidp")
    _captures = 3

    @property
    def rgidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("rgidp")
        return value

    @property
    def egidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("egidp")
        return value

    @property
    def sgidp(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("sgidp")
        return value


class Getresuid(TypedEvent):
    """getresuid(uid_t *ruidp, uid_t *euidp, uid_t *suidp)"""

    __slots__ = ()
    __match_args__ = ("ruidp", "euidp", "suidp")
    syscall = "getresuid"
    _arguments = ("ruidp", "euidp", "suidp")
    _captures = 3

    @property
    def ruidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("ruidp")
        return value

    @property
    def euidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("euidp")
        return value

    @property
    def suidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("suidp")
        return value


class Getresuid32(TypedEvent):
    """getresuid32(uid_t *ruidp, uid_t *euidp, uid_t *suidp)"""

    __slots__ = ()
    __match_args__ = ("ruidp", "euidp", "suidp")
    syscall = "getresuid32"
    _arguments = ("ruidp", "euidp", "suidp")
    _captures = 3

    @property
    def ruidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("ruidp")
        return value

    @property
    def euidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("euidp")
        return value

    @property
    def suidp(self) -> list[int] | None:
        """uid_t *: array of user ids."""
        value: list[int] | None = self._value("suidp")
        return value


class Getrlimit(TypedEvent):
    """getrlimit(unsigned int resource, struct rlimit *rlim)"""

    __slots__ = ()
    __match_args__ = ("resource", "rlim")
    syscall = "getrlimit"
    _arguments = ("resource", "rlim")
    _captures = 1

    @property
    def resource(self) -> int:
        """unsigned int: flags rlimit."""
        return self._int("resource")

    @property
    def rlim(self) -> StructRlimit | None:
        """struct rlimit *: struct rlimit."""
        value: StructRlimit | None = self._value("rlim")
        return value


class Getrusage(TypedEvent):
    """getrusage(int who, struct rusage *ru)"""

    __slots__ = ()
    __match_args__ = ("who", "ru")
    syscall = "getrusage"
    _arguments = ("who", "ru")
    _captures = 1

    @property
    def who(self) -> int:
        """int: flags rusage."""
        return self._int("who")

    @property
    def ru(self) -> StructRusage | None:
        """struct rusage *: struct rusage."""
        value: StructRusage | None = self._value("ru")
        return value


class Getsid(TypedEvent):
    """getsid(pid_t pid)"""

    __slots__ = ()
    __match_args__ = ("pid_",)
    syscall = "getsid"
    _arguments = ("pid",)

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")


class Getsockname(TypedEvent):
    """getsockname(int fd, struct sockaddr *usockaddr, int *usockaddr_len)"""

    __slots__ = ()
    __match_args__ = ("fd", "usockaddr", "usockaddr_len")
    syscall = "getsockname"
    _arguments = ("fd", "usockaddr", "usockaddr_len")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def usockaddr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("usockaddr")
        return value

    @property
    def usockaddr_len(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("usockaddr_len")
        return value


class Getsockopt(TypedEvent):
    """getsockopt(int fd, int level, int optname, char *optval, int *optlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "level", "optname", "optval", "optlen")
    syscall = "getsockopt"
    _arguments = ("fd", "level", "optname", "optval", "optlen")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def level(self) -> int:
        """int: flags socket_level."""
        return self._int("level")

    @property
    def optname(self) -> Any:
        """int: number, or by level."""
        return self._value("optname")

    @property
    def optval(self) -> Any:
        """char *: array of one number, or by level."""
        return self._value("optval")

    @property
    def optlen(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("optlen")
        return value


class Gettid(TypedEvent):
    """gettid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "gettid"


class Gettimeofday(TypedEvent):
    """gettimeofday(struct __kernel_old_timeval *tv, struct timezone *tz)"""

    __slots__ = ()
    __match_args__ = ("tv", "tz")
    syscall = "gettimeofday"
    _arguments = ("tv", "tz")
    _captures = 2

    @property
    def tv(self) -> StructKernelOldTimeval | None:
        """struct __kernel_old_timeval *: struct __kernel_old_timeval."""
        value: StructKernelOldTimeval | None = self._value("tv")
        return value

    @property
    def tz(self) -> StructTimezone | None:
        """struct timezone *: struct timezone."""
        value: StructTimezone | None = self._value("tz")
        return value


class Getuid(TypedEvent):
    """getuid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getuid"


class Getuid32(TypedEvent):
    """getuid32()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "getuid32"


class Getxattr(TypedEvent):
    """getxattr(const char *pathname, const char *name, void *value, size_t size)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name", "value", "size")
    syscall = "getxattr"
    _arguments = ("pathname", "name", "value", "size")
    _captures = 3

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Getxattrat(TypedEvent):
    """getxattrat(int dfd, const char *pathname, unsigned int at_flags, const char *name, struct xattr_args *uargs, size_t usize)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "at_flags", "name", "uargs", "usize")
    syscall = "getxattrat"
    _arguments = ("dfd", "pathname", "at_flags", "name", "uargs", "usize")
    _captures = 3

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def uargs(self) -> StructXattrArgs | None:
        """struct xattr_args *: struct xattr_args."""
        value: StructXattrArgs | None = self._value("uargs")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")


class Gtty(TypedEvent):
    """gtty(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "gtty"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Idle(TypedEvent):
    """idle(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "idle"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class InitModule(TypedEvent):
    """init_module(void *umod, unsigned long len, const char *uargs)"""

    __slots__ = ()
    __match_args__ = ("umod", "len", "uargs")
    syscall = "init_module"
    _arguments = ("umod", "len", "uargs")
    _captures = 2

    @property
    def umod(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("umod")

    @property
    def len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("len")

    @property
    def uargs(self) -> str | None:
        """const char *: string."""
        return self._string("uargs")


class InotifyAddWatch(TypedEvent):
    """inotify_add_watch(int fd, const char *pathname, u32 mask)"""

    __slots__ = ()
    __match_args__ = ("fd", "pathname", "mask")
    syscall = "inotify_add_watch"
    _arguments = ("fd", "pathname", "mask")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def mask(self) -> flag_sets.Inotify:
        """u32: flags inotify."""
        return flag_sets.Inotify(self._int("mask"))


class InotifyInit(TypedEvent):
    """inotify_init()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "inotify_init"


class InotifyInit1(TypedEvent):
    """inotify_init1(int flags)"""

    __slots__ = ()
    __match_args__ = ("flags",)
    syscall = "inotify_init1"
    _arguments = ("flags",)

    @property
    def flags(self) -> flag_sets.InotifyInit:
        """int: flags inotify_init."""
        return flag_sets.InotifyInit(self._int("flags"))


class InotifyRmWatch(TypedEvent):
    """inotify_rm_watch(int fd, __s32 wd)"""

    __slots__ = ()
    __match_args__ = ("fd", "wd")
    syscall = "inotify_rm_watch"
    _arguments = ("fd", "wd")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def wd(self) -> int:
        """__s32: number."""
        return self._int("wd")


class IoCancel(TypedEvent):
    """io_cancel(aio_context_t ctx_id, struct iocb *iocb, struct io_event *result)"""

    __slots__ = ()
    __match_args__ = ("ctx_id", "iocb", "result")
    syscall = "io_cancel"
    _arguments = ("ctx_id", "iocb", "result")
    _captures = 2

    @property
    def ctx_id(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx_id")

    @property
    def iocb(self) -> StructIocb | None:
        """struct iocb *: struct iocb."""
        value: StructIocb | None = self._value("iocb")
        return value

    @property
    def result(self) -> StructIoEvent | None:
        """struct io_event *: struct io_event."""
        value: StructIoEvent | None = self._value("result")
        return value


class IoDestroy(TypedEvent):
    """io_destroy(aio_context_t ctx)"""

    __slots__ = ()
    __match_args__ = ("ctx",)
    syscall = "io_destroy"
    _arguments = ("ctx",)

    @property
    def ctx(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx")


class IoGetevents(TypedEvent):
    """io_getevents(aio_context_t ctx_id, long min_nr, long nr, struct io_event *events, struct __kernel_timespec *timeout)"""

    __slots__ = ()
    __match_args__ = ("ctx_id", "min_nr", "nr_", "events", "timeout")
    syscall = "io_getevents"
    _arguments = ("ctx_id", "min_nr", "nr", "events", "timeout")
    _captures = 2

    @property
    def ctx_id(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx_id")

    @property
    def min_nr(self) -> int:
        """long: number."""
        return self._int("min_nr")

    @property
    def nr_(self) -> int:
        """long: number."""
        return self._int("nr")

    @property
    def events(self) -> list[StructIoEvent] | None:
        """struct io_event *: array of struct io_event."""
        value: list[StructIoEvent] | None = self._value("events")
        return value

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value


class IoPgetevents(TypedEvent):
    """io_pgetevents(aio_context_t ctx_id, long min_nr, long nr, struct io_event *events, struct __kernel_timespec *timeout, const struct __aio_sigset *usig)"""

    __slots__ = ()
    __match_args__ = ("ctx_id", "min_nr", "nr_", "events", "timeout", "usig")
    syscall = "io_pgetevents"
    _arguments = ("ctx_id", "min_nr", "nr", "events", "timeout", "usig")
    _captures = 3

    @property
    def ctx_id(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx_id")

    @property
    def min_nr(self) -> int:
        """long: number."""
        return self._int("min_nr")

    @property
    def nr_(self) -> int:
        """long: number."""
        return self._int("nr")

    @property
    def events(self) -> list[StructIoEvent] | None:
        """struct io_event *: array of struct io_event."""
        value: list[StructIoEvent] | None = self._value("events")
        return value

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value

    @property
    def usig(self) -> list[int] | None:
        """const struct __aio_sigset *: array of numbers, in hex."""
        value: list[int] | None = self._value("usig")
        return value


class IoPgeteventsTime64(TypedEvent):
    """io_pgetevents_time64(aio_context_t ctx_id, long min_nr, long nr, struct io_event *events, struct __kernel_timespec *timeout, const struct __aio_sigset *usig)"""

    __slots__ = ()
    __match_args__ = ("ctx_id", "min_nr", "nr_", "events", "timeout", "usig")
    syscall = "io_pgetevents_time64"
    _arguments = ("ctx_id", "min_nr", "nr", "events", "timeout", "usig")
    _captures = 3

    @property
    def ctx_id(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx_id")

    @property
    def min_nr(self) -> int:
        """long: number."""
        return self._int("min_nr")

    @property
    def nr_(self) -> int:
        """long: number."""
        return self._int("nr")

    @property
    def events(self) -> list[StructIoEvent] | None:
        """struct io_event *: array of struct io_event."""
        value: list[StructIoEvent] | None = self._value("events")
        return value

    @property
    def timeout(self) -> StructTimespec64 | None:
        """struct __kernel_timespec *: struct timespec64."""
        value: StructTimespec64 | None = self._value("timeout")
        return value

    @property
    def usig(self) -> list[int] | None:
        """const struct __aio_sigset *: array of numbers, in hex."""
        value: list[int] | None = self._value("usig")
        return value


class IoSetup(TypedEvent):
    """io_setup(unsigned nr_events, aio_context_t *ctxp)"""

    __slots__ = ()
    __match_args__ = ("nr_events", "ctxp")
    syscall = "io_setup"
    _arguments = ("nr_events", "ctxp")
    _captures = 1

    @property
    def nr_events(self) -> int:
        """unsigned: unsigned number."""
        return self._int("nr_events")

    @property
    def ctxp(self) -> list[int] | None:
        """aio_context_t *: array of numbers, in hex."""
        value: list[int] | None = self._value("ctxp")
        return value


class IoSubmit(TypedEvent):
    """io_submit(aio_context_t ctx_id, long nr, struct iocb **iocbpp)"""

    __slots__ = ()
    __match_args__ = ("ctx_id", "nr_", "iocbpp")
    syscall = "io_submit"
    _arguments = ("ctx_id", "nr", "iocbpp")
    _captures = 1

    @property
    def ctx_id(self) -> int:
        """aio_context_t: number, in hex."""
        return self._int("ctx_id")

    @property
    def nr_(self) -> int:
        """long: number."""
        return self._int("nr")

    @property
    def iocbpp(self) -> list[StructIocb | None] | None:
        """struct iocb **: pointers to struct iocb."""
        value: list[StructIocb | None] | None = self._value("iocbpp")
        return value


class IoUringEnter(TypedEvent):
    """io_uring_enter(unsigned int fd, u32 to_submit, u32 min_complete, u32 flags, const void *argp, size_t argsz)"""

    __slots__ = ()
    __match_args__ = ("fd", "to_submit", "min_complete", "flags", "argp", "argsz")
    syscall = "io_uring_enter"
    _arguments = ("fd", "to_submit", "min_complete", "flags", "argp", "argsz")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def to_submit(self) -> int:
        """u32: unsigned number."""
        return self._int("to_submit")

    @property
    def min_complete(self) -> int:
        """u32: unsigned number."""
        return self._int("min_complete")

    @property
    def flags(self) -> flag_sets.IoUringEnter:
        """u32: flags io_uring_enter."""
        return flag_sets.IoUringEnter(self._int("flags"))

    @property
    def argp(self) -> bytes | None:
        """const void *: bytes."""
        return self._bytes("argp")

    @property
    def argsz(self) -> int:
        """size_t: unsigned number."""
        return self._int("argsz")


class IoUringRegister(TypedEvent):
    """io_uring_register(unsigned int fd, unsigned int opcode, void *arg, unsigned int nr_args)"""

    __slots__ = ()
    __match_args__ = ("fd", "opcode", "arg", "nr_args")
    syscall = "io_uring_register"
    _arguments = ("fd", "opcode", "arg", "nr_args")
    _captures = 2

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def opcode(self) -> flag_sets.IoUringRegister:
        """unsigned int: flags io_uring_register."""
        return flag_sets.IoUringRegister(self._int("opcode"))

    @property
    def arg(self) -> Any:
        """void *: address, or by opcode."""
        return self._value("arg")

    @property
    def nr_args(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nr_args")


class IoUringSetup(TypedEvent):
    """io_uring_setup(u32 entries, struct io_uring_params *params)"""

    __slots__ = ()
    __match_args__ = ("entries", "params")
    syscall = "io_uring_setup"
    _arguments = ("entries", "params")
    _captures = 1

    @property
    def entries(self) -> int:
        """u32: unsigned number."""
        return self._int("entries")

    @property
    def params(self) -> StructIoUringParams | None:
        """struct io_uring_params *: struct io_uring_params."""
        value: StructIoUringParams | None = self._value("params")
        return value


class Ioctl(TypedEvent):
    """ioctl(unsigned int fd, unsigned int cmd, unsigned long arg)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd", "arg")
    syscall = "ioctl"
    _arguments = ("fd", "cmd", "arg")
    _captures = 2

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> int:
        """unsigned int: flags ioctl."""
        return self._int("cmd")

    @property
    def arg(self) -> Any:
        """unsigned long: bytes, or by cmd."""
        return self._value("arg")


class Ioperm(TypedEvent):
    """ioperm(unsigned long from, unsigned long num, int turn_on)"""

    __slots__ = ()
    __match_args__ = ("from_", "num", "turn_on")
    syscall = "ioperm"
    _arguments = ("from", "num", "turn_on")

    @property
    def from_(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("from")

    @property
    def num(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("num")

    @property
    def turn_on(self) -> int:
        """int: number."""
        return self._int("turn_on")


class Iopl(TypedEvent):
    """iopl(unsigned int level)"""

    __slots__ = ()
    __match_args__ = ("level",)
    syscall = "iopl"
    _arguments = ("level",)

    @property
    def level(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("level")


class IoprioGet(TypedEvent):
    """ioprio_get(int which, int who)"""

    __slots__ = ()
    __match_args__ = ("which", "who")
    syscall = "ioprio_get"
    _arguments = ("which", "who")

    @property
    def which(self) -> int:
        """int: flags ioprio."""
        return self._int("which")

    @property
    def who(self) -> Any:
        """int: process or thread, or by which."""
        return self._value("who")


class IoprioSet(TypedEvent):
    """ioprio_set(int which, int who, int ioprio)"""

    __slots__ = ()
    __match_args__ = ("which", "who", "ioprio")
    syscall = "ioprio_set"
    _arguments = ("which", "who", "ioprio")

    @property
    def which(self) -> int:
        """int: flags ioprio."""
        return self._int("which")

    @property
    def who(self) -> Any:
        """int: process or thread, or by which."""
        return self._value("who")

    @property
    def ioprio(self) -> int:
        """int: flags ioprio_value."""
        return self._int("ioprio")


class Ipc(TypedEvent):
    """ipc(unsigned int call, int first, unsigned long second, unsigned long third, void *ptr, long fifth)"""

    __slots__ = ()
    __match_args__ = ("call", "first", "second", "third", "ptr", "fifth")
    syscall = "ipc"
    _arguments = ("call", "first", "second", "third", "ptr", "fifth")

    @property
    def call(self) -> int:
        """unsigned int: flags ipc."""
        return self._int("call")

    @property
    def first(self) -> int:
        """int: number."""
        return self._int("first")

    @property
    def second(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("second")

    @property
    def third(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("third")

    @property
    def ptr(self) -> int:
        """void *: address."""
        return self._int("ptr")

    @property
    def fifth(self) -> int:
        """long: number."""
        return self._int("fifth")


class Kcmp(TypedEvent):
    """kcmp(pid_t pid1, pid_t pid2, int type, unsigned long idx1, unsigned long idx2)"""

    __slots__ = ()
    __match_args__ = ("pid1", "pid2", "type", "idx1", "idx2")
    syscall = "kcmp"
    _arguments = ("pid1", "pid2", "type", "idx1", "idx2")
    _captures = 1

    @property
    def pid1(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid1")

    @property
    def pid2(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid2")

    @property
    def type(self) -> int:
        """int: flags kcmp."""
        return self._int("type")

    @property
    def idx1(self) -> Any:
        """unsigned long: number, in hex, or by type."""
        return self._value("idx1")

    @property
    def idx2(self) -> Any:
        """unsigned long: number, in hex, or by type."""
        return self._value("idx2")


class KexecFileLoad(TypedEvent):
    """kexec_file_load(int kernel_fd, int initrd_fd, unsigned long cmdline_len, const char *cmdline_ptr, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("kernel_fd", "initrd_fd", "cmdline_len", "cmdline_ptr", "flags")
    syscall = "kexec_file_load"
    _arguments = ("kernel_fd", "initrd_fd", "cmdline_len", "cmdline_ptr", "flags")
    _captures = 1

    @property
    def kernel_fd(self) -> int:
        """int: file descriptor."""
        return self._int("kernel_fd")

    @property
    def initrd_fd(self) -> int:
        """int: file descriptor."""
        return self._int("initrd_fd")

    @property
    def cmdline_len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("cmdline_len")

    @property
    def cmdline_ptr(self) -> bytes | None:
        """const char *: bytes."""
        return self._bytes("cmdline_ptr")

    @property
    def flags(self) -> flag_sets.KexecFileLoad:
        """unsigned long: flags kexec_file_load."""
        return flag_sets.KexecFileLoad(self._int("flags"))


class KexecLoad(TypedEvent):
    """kexec_load(unsigned long entry, unsigned long nr_segments, struct kexec_segment *segments, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("entry", "nr_segments", "segments", "flags")
    syscall = "kexec_load"
    _arguments = ("entry", "nr_segments", "segments", "flags")
    _captures = 1

    @property
    def entry(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("entry")

    @property
    def nr_segments(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("nr_segments")

    @property
    def segments(self) -> list[StructKexecSegment] | None:
        """struct kexec_segment *: array of struct kexec_segment."""
        value: list[StructKexecSegment] | None = self._value("segments")
        return value

    @property
    def flags(self) -> flag_sets.KexecLoad:
        """unsigned long: flags kexec_load."""
        return flag_sets.KexecLoad(self._int("flags"))


class Keyctl(TypedEvent):
    """keyctl(int option, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("option", "arg2", "arg3", "arg4", "arg5")
    syscall = "keyctl"
    _arguments = ("option", "arg2", "arg3", "arg4", "arg5")
    _captures = 4

    @property
    def option(self) -> int:
        """int: flags keyctl."""
        return self._int("option")

    @property
    def arg2(self) -> Any:
        """unsigned long: number or flags keyring, or by option."""
        return self._value("arg2")

    @property
    def arg3(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg3")

    @property
    def arg4(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg4")

    @property
    def arg5(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg5")


class Kill(TypedEvent):
    """kill(pid_t pid, int sig)"""

    __slots__ = ()
    __match_args__ = ("pid_", "sig")
    syscall = "kill"
    _arguments = ("pid", "sig")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")


class LandlockAddRule(TypedEvent):
    """landlock_add_rule(const int ruleset_fd, const enum landlock_rule_type rule_type, const void *const rule_attr, const __u32 flags)"""

    __slots__ = ()
    __match_args__ = ("ruleset_fd", "rule_type", "rule_attr", "flags")
    syscall = "landlock_add_rule"
    _arguments = ("ruleset_fd", "rule_type", "rule_attr", "flags")
    _captures = 1

    @property
    def ruleset_fd(self) -> int:
        """const int: file descriptor."""
        return self._int("ruleset_fd")

    @property
    def rule_type(self) -> int:
        """const enum landlock_rule_type: flags landlock_rule."""
        return self._int("rule_type")

    @property
    def rule_attr(self) -> Any:
        """const void *const: address, or by rule_type."""
        return self._value("rule_attr")

    @property
    def flags(self) -> flag_sets.LandlockAddRule:
        """const __u32: flags landlock_add_rule."""
        return flag_sets.LandlockAddRule(self._int("flags"))


class LandlockCreateRuleset(TypedEvent):
    """landlock_create_ruleset(const struct landlock_ruleset_attr *const attr, const size_t size, const __u32 flags)"""

    __slots__ = ()
    __match_args__ = ("attr", "size", "flags")
    syscall = "landlock_create_ruleset"
    _arguments = ("attr", "size", "flags")
    _captures = 1

    @property
    def attr(self) -> StructLandlockRulesetAttr | None:
        """const struct landlock_ruleset_attr *const: struct landlock_ruleset_attr."""
        value: StructLandlockRulesetAttr | None = self._value("attr")
        return value

    @property
    def size(self) -> int:
        """const size_t: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.LandlockCreateRuleset:
        """const __u32: flags landlock_create_ruleset."""
        return flag_sets.LandlockCreateRuleset(self._int("flags"))


class LandlockRestrictSelf(TypedEvent):
    """landlock_restrict_self(const int ruleset_fd, const __u32 flags)"""

    __slots__ = ()
    __match_args__ = ("ruleset_fd", "flags")
    syscall = "landlock_restrict_self"
    _arguments = ("ruleset_fd", "flags")

    @property
    def ruleset_fd(self) -> int:
        """const int: file descriptor."""
        return self._int("ruleset_fd")

    @property
    def flags(self) -> flag_sets.LandlockRestrictSelf:
        """const __u32: flags landlock_restrict_self."""
        return flag_sets.LandlockRestrictSelf(self._int("flags"))


class Lchown(TypedEvent):
    """lchown(const char *filename, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("filename", "user", "group")
    syscall = "lchown"
    _arguments = ("filename", "user", "group")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Lchown32(TypedEvent):
    """lchown32(const char *filename, uid_t user, gid_t group)"""

    __slots__ = ()
    __match_args__ = ("filename", "user", "group")
    syscall = "lchown32"
    _arguments = ("filename", "user", "group")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def user(self) -> int:
        """uid_t: user id."""
        return self._int("user")

    @property
    def group(self) -> int:
        """gid_t: group id."""
        return self._int("group")


class Lgetxattr(TypedEvent):
    """lgetxattr(const char *pathname, const char *name, void *value, size_t size)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name", "value", "size")
    syscall = "lgetxattr"
    _arguments = ("pathname", "name", "value", "size")
    _captures = 3

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Link(TypedEvent):
    """link(const char *oldname, const char *newname)"""

    __slots__ = ()
    __match_args__ = ("oldname", "newname")
    syscall = "link"
    _arguments = ("oldname", "newname")
    _captures = 2

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")


class Linkat(TypedEvent):
    """linkat(int olddfd, const char *oldname, int newdfd, const char *newname, int flags)"""

    __slots__ = ()
    __match_args__ = ("olddfd", "oldname", "newdfd", "newname", "flags")
    syscall = "linkat"
    _arguments = ("olddfd", "oldname", "newdfd", "newname", "flags")
    _captures = 2

    @property
    def olddfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("olddfd")

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newdfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("newdfd")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")

    @property
    def flags(self) -> flag_sets.At:
        """int: flags at."""
        return flag_sets.At(self._int("flags"))


class Listen(TypedEvent):
    """listen(int fd, int backlog)"""

    __slots__ = ()
    __match_args__ = ("fd", "backlog")
    syscall = "listen"
    _arguments = ("fd", "backlog")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def backlog(self) -> int:
        """int: number."""
        return self._int("backlog")


class Listmount(TypedEvent):
    """listmount(const struct mnt_id_req *req, u64 *mnt_ids, size_t nr_mnt_ids, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("req", "mnt_ids", "nr_mnt_ids", "flags")
    syscall = "listmount"
    _arguments = ("req", "mnt_ids", "nr_mnt_ids", "flags")
    _captures = 2

    @property
    def req(self) -> StructMntIdReq | None:
        """const struct mnt_id_req *: struct mnt_id_req."""
        value: StructMntIdReq | None = self._value("req")
        return value

    @property
    def mnt_ids(self) -> list[int] | None:
        """u64 *: array of unsigned numbers."""
        value: list[int] | None = self._value("mnt_ids")
        return value

    @property
    def nr_mnt_ids(self) -> int:
        """size_t: unsigned number."""
        return self._int("nr_mnt_ids")

    @property
    def flags(self) -> flag_sets.Listmount:
        """unsigned int: flags listmount."""
        return flag_sets.Listmount(self._int("flags"))


class Listns(TypedEvent):
    """listns(const struct ns_id_req *req, u64 *ns_ids, size_t nr_ns_ids, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("req", "ns_ids", "nr_ns_ids", "flags")
    syscall = "listns"
    _arguments = ("req", "ns_ids", "nr_ns_ids", "flags")
    _captures = 2

    @property
    def req(self) -> StructNsIdReq | None:
        """const struct ns_id_req *: struct ns_id_req."""
        value: StructNsIdReq | None = self._value("req")
        return value

    @property
    def ns_ids(self) -> list[int] | None:
        """u64 *: array of unsigned numbers."""
        value: list[int] | None = self._value("ns_ids")
        return value

    @property
    def nr_ns_ids(self) -> int:
        """size_t: unsigned number."""
        return self._int("nr_ns_ids")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class Listxattr(TypedEvent):
    """listxattr(const char *pathname, char *list, size_t size)"""

    __slots__ = ()
    __match_args__ = ("pathname", "list", "size")
    syscall = "listxattr"
    _arguments = ("pathname", "list", "size")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def list(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("list")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Listxattrat(TypedEvent):
    """listxattrat(int dfd, const char *pathname, unsigned int at_flags, char *list, size_t size)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "at_flags", "list", "size")
    syscall = "listxattrat"
    _arguments = ("dfd", "pathname", "at_flags", "list", "size")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))

    @property
    def list(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("list")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Llistxattr(TypedEvent):
    """llistxattr(const char *pathname, char *list, size_t size)"""

    __slots__ = ()
    __match_args__ = ("pathname", "list", "size")
    syscall = "llistxattr"
    _arguments = ("pathname", "list", "size")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def list(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("list")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")


class Lock(TypedEvent):
    """lock(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "lock"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class LookupDcookie(TypedEvent):
    """lookup_dcookie(u64 cookie64, char *buf, size_t len)"""

    __slots__ = ()
    __match_args__ = ("cookie64", "buf", "len")
    syscall = "lookup_dcookie"
    _arguments = ("cookie64", "buf", "len")
    _captures = 1

    @property
    def cookie64(self) -> int:
        """u64: unsigned number."""
        return self._int("cookie64")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")


class Lremovexattr(TypedEvent):
    """lremovexattr(const char *pathname, const char *name)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name")
    syscall = "lremovexattr"
    _arguments = ("pathname", "name")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")


class Lseek(TypedEvent):
    """lseek(unsigned int fd, off_t offset, unsigned int whence)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset", "whence")
    syscall = "lseek"
    _arguments = ("fd", "offset", "whence")

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def offset(self) -> int:
        """off_t: number."""
        return self._int("offset")

    @property
    def whence(self) -> int:
        """unsigned int: flags seek."""
        return self._int("whence")


class Lsetxattr(TypedEvent):
    """lsetxattr(const char *pathname, const char *name, const void *value, size_t size, int flags)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name", "value", "size", "flags")
    syscall = "lsetxattr"
    _arguments = ("pathname", "name", "value", "size", "flags")
    _captures = 3

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """const void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.Xattr:
        """int: flags xattr."""
        return flag_sets.Xattr(self._int("flags"))


class LsmGetSelfAttr(TypedEvent):
    """lsm_get_self_attr(unsigned int attr, struct lsm_ctx *ctx, u32 *size, u32 flags)"""

    __slots__ = ()
    __match_args__ = ("attr", "ctx", "size", "flags")
    syscall = "lsm_get_self_attr"
    _arguments = ("attr", "ctx", "size", "flags")
    _captures = 3

    @property
    def attr(self) -> int:
        """unsigned int: flags lsm_attr."""
        return self._int("attr")

    @property
    def ctx(self) -> StructLsmCtx | None:
        """struct lsm_ctx *: struct lsm_ctx."""
        value: StructLsmCtx | None = self._value("ctx")
        return value

    @property
    def size(self) -> list[int] | None:
        """u32 *: array of unsigned numbers."""
        value: list[int] | None = self._value("size")
        return value

    @property
    def flags(self) -> flag_sets.LsmFlags:
        """u32: flags lsm_flags."""
        return flag_sets.LsmFlags(self._int("flags"))


class LsmListModules(TypedEvent):
    """lsm_list_modules(u64 *ids, u32 *size, u32 flags)"""

    __slots__ = ()
    __match_args__ = ("ids", "size", "flags")
    syscall = "lsm_list_modules"
    _arguments = ("ids", "size", "flags")
    _captures = 3

    @property
    def ids(self) -> list[int] | None:
        """u64 *: array of flags lsm_id."""
        value: list[int] | None = self._value("ids")
        return value

    @property
    def size(self) -> list[int] | None:
        """u32 *: array of unsigned numbers."""
        value: list[int] | None = self._value("size")
        return value

    @property
    def flags(self) -> int:
        """u32: unsigned number."""
        return self._int("flags")


class LsmSetSelfAttr(TypedEvent):
    """lsm_set_self_attr(unsigned int attr, struct lsm_ctx *ctx, u32 size, u32 flags)"""

    __slots__ = ()
    __match_args__ = ("attr", "ctx", "size", "flags")
    syscall = "lsm_set_self_attr"
    _arguments = ("attr", "ctx", "size", "flags")
    _captures = 1

    @property
    def attr(self) -> int:
        """unsigned int: flags lsm_attr."""
        return self._int("attr")

    @property
    def ctx(self) -> StructLsmCtx | None:
        """struct lsm_ctx *: struct lsm_ctx."""
        value: StructLsmCtx | None = self._value("ctx")
        return value

    @property
    def size(self) -> int:
        """u32: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> int:
        """u32: unsigned number."""
        return self._int("flags")


class Lstat(TypedEvent):
    """lstat(const char *filename, struct stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "lstat"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat | None:
        """struct stat *: struct stat."""
        value: StructStat | None = self._value("statbuf")
        return value


class Lstat64(TypedEvent):
    """lstat64(const char *filename, struct stat64 *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "lstat64"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat64 | None:
        """struct stat64 *: struct stat64."""
        value: StructStat64 | None = self._value("statbuf")
        return value


class Madvise(TypedEvent):
    """madvise(unsigned long start, size_t len_in, int behavior)"""

    __slots__ = ()
    __match_args__ = ("start", "len_in", "behavior")
    syscall = "madvise"
    _arguments = ("start", "len_in", "behavior")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len_in(self) -> int:
        """size_t: unsigned number."""
        return self._int("len_in")

    @property
    def behavior(self) -> int:
        """int: flags madvise."""
        return self._int("behavior")


class MapShadowStack(TypedEvent):
    """map_shadow_stack(unsigned long addr, unsigned long size, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("addr", "size", "flags")
    syscall = "map_shadow_stack"
    _arguments = ("addr", "size", "flags")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def size(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.ShadowStack:
        """unsigned int: flags shadow_stack."""
        return flag_sets.ShadowStack(self._int("flags"))


class Mbind(TypedEvent):
    """mbind(unsigned long start, unsigned long len, unsigned long mode, const unsigned long *nmask, unsigned long maxnode, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "mode", "nmask", "maxnode", "flags")
    syscall = "mbind"
    _arguments = ("start", "len", "mode", "nmask", "maxnode", "flags")
    _captures = 1

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("len")

    @property
    def mode(self) -> flag_sets.Mempolicy:
        """unsigned long: flags mempolicy."""
        return flag_sets.Mempolicy(self._int("mode"))

    @property
    def nmask(self) -> list[int] | None:
        """const unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("nmask")
        return value

    @property
    def maxnode(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("maxnode")

    @property
    def flags(self) -> flag_sets.Mbind:
        """unsigned int: flags mbind."""
        return flag_sets.Mbind(self._int("flags"))


class Membarrier(TypedEvent):
    """membarrier(int cmd, unsigned int flags, int cpu_id)"""

    __slots__ = ()
    __match_args__ = ("cmd", "flags", "cpu_id")
    syscall = "membarrier"
    _arguments = ("cmd", "flags", "cpu_id")

    @property
    def cmd(self) -> int:
        """int: flags membarrier."""
        return self._int("cmd")

    @property
    def flags(self) -> flag_sets.MembarrierFlags:
        """unsigned int: flags membarrier_flags."""
        return flag_sets.MembarrierFlags(self._int("flags"))

    @property
    def cpu_id(self) -> int:
        """int: number."""
        return self._int("cpu_id")


class MemfdCreate(TypedEvent):
    """memfd_create(const char *uname, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("uname", "flags")
    syscall = "memfd_create"
    _arguments = ("uname", "flags")
    _captures = 1

    @property
    def uname(self) -> str | None:
        """const char *: string."""
        return self._string("uname")

    @property
    def flags(self) -> flag_sets.Memfd:
        """unsigned int: flags memfd."""
        return flag_sets.Memfd(self._int("flags"))


class MemfdSecret(TypedEvent):
    """memfd_secret(unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("flags",)
    syscall = "memfd_secret"
    _arguments = ("flags",)

    @property
    def flags(self) -> flag_sets.MemfdSecret:
        """unsigned int: flags memfd_secret."""
        return flag_sets.MemfdSecret(self._int("flags"))


class MigratePages(TypedEvent):
    """migrate_pages(pid_t pid, unsigned long maxnode, const unsigned long *old_nodes, const unsigned long *new_nodes)"""

    __slots__ = ()
    __match_args__ = ("pid_", "maxnode", "old_nodes", "new_nodes")
    syscall = "migrate_pages"
    _arguments = ("pid", "maxnode", "old_nodes", "new_nodes")
    _captures = 2

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def maxnode(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("maxnode")

    @property
    def old_nodes(self) -> list[int] | None:
        """const unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("old_nodes")
        return value

    @property
    def new_nodes(self) -> list[int] | None:
        """const unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("new_nodes")
        return value


class Mincore(TypedEvent):
    """mincore(unsigned long start, size_t len, unsigned char *vec)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "vec")
    syscall = "mincore"
    _arguments = ("start", "len", "vec")
    _captures = 1

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def vec(self) -> bytes | None:
        """unsigned char *: bytes."""
        return self._bytes("vec")


class Mkdir(TypedEvent):
    """mkdir(const char *pathname, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("pathname", "mode")
    syscall = "mkdir"
    _arguments = ("pathname", "mode")
    _captures = 1

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class Mkdirat(TypedEvent):
    """mkdirat(int dfd, const char *pathname, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "mode")
    syscall = "mkdirat"
    _arguments = ("dfd", "pathname", "mode")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def mode(self) -> int:
        """umode_t: file mode."""
        return self._int("mode")


class Mknod(TypedEvent):
    """mknod(const char *filename, umode_t mode, unsigned dev)"""

    __slots__ = ()
    __match_args__ = ("filename", "mode", "dev")
    syscall = "mknod"
    _arguments = ("filename", "mode", "dev")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> int:
        """umode_t: file mode of flags file_mode."""
        return self._int("mode")

    @property
    def dev(self) -> int:
        """unsigned: device number."""
        return self._int("dev")


class Mknodat(TypedEvent):
    """mknodat(int dfd, const char *filename, umode_t mode, unsigned int dev)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "mode", "dev")
    syscall = "mknodat"
    _arguments = ("dfd", "filename", "mode", "dev")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def mode(self) -> int:
        """umode_t: file mode of flags file_mode."""
        return self._int("mode")

    @property
    def dev(self) -> int:
        """unsigned int: device number."""
        return self._int("dev")


class Mlock(TypedEvent):
    """mlock(unsigned long start, size_t len)"""

    __slots__ = ()
    __match_args__ = ("start", "len")
    syscall = "mlock"
    _arguments = ("start", "len")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")


class Mlock2(TypedEvent):
    """mlock2(unsigned long start, size_t len, int flags)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "flags")
    syscall = "mlock2"
    _arguments = ("start", "len", "flags")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Mlock:
        """int: flags mlock."""
        return flag_sets.Mlock(self._int("flags"))


class Mlockall(TypedEvent):
    """mlockall(int flags)"""

    __slots__ = ()
    __match_args__ = ("flags",)
    syscall = "mlockall"
    _arguments = ("flags",)

    @property
    def flags(self) -> flag_sets.Mlockall:
        """int: flags mlockall."""
        return flag_sets.Mlockall(self._int("flags"))


class Mmap(TypedEvent):
    """mmap(unsigned long addr, unsigned long len, unsigned long prot, unsigned long flags, unsigned long fd, unsigned long off)"""

    __slots__ = ()
    __match_args__ = ("addr", "len", "prot", "flags", "fd", "off")
    syscall = "mmap"
    _arguments = ("addr", "len", "prot", "flags", "fd", "off")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("len")

    @property
    def prot(self) -> flag_sets.Prot:
        """unsigned long: flags prot."""
        return flag_sets.Prot(self._int("prot"))

    @property
    def flags(self) -> flag_sets.Mmap:
        """unsigned long: flags mmap."""
        return flag_sets.Mmap(self._int("flags"))

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def off(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("off")


class Mmap2(TypedEvent):
    """mmap2(unsigned long addr, unsigned long len, unsigned long prot, unsigned long flags, unsigned long fd, unsigned long pgoff)"""

    __slots__ = ()
    __match_args__ = ("addr", "len", "prot", "flags", "fd", "pgoff")
    syscall = "mmap2"
    _arguments = ("addr", "len", "prot", "flags", "fd", "pgoff")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("len")

    @property
    def prot(self) -> flag_sets.Prot:
        """unsigned long: flags prot."""
        return flag_sets.Prot(self._int("prot"))

    @property
    def flags(self) -> flag_sets.Mmap:
        """unsigned long: flags mmap."""
        return flag_sets.Mmap(self._int("flags"))

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def pgoff(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("pgoff")


class ModifyLdt(TypedEvent):
    """modify_ldt(int func, void *ptr, unsigned long bytecount)"""

    __slots__ = ()
    __match_args__ = ("func", "ptr", "bytecount")
    syscall = "modify_ldt"
    _arguments = ("func", "ptr", "bytecount")
    _captures = 1

    @property
    def func(self) -> int:
        """int: number."""
        return self._int("func")

    @property
    def ptr(self) -> Any:
        """void *: bytes, or by func."""
        return self._value("ptr")

    @property
    def bytecount(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("bytecount")


class Mount(TypedEvent):
    """mount(char *dev_name, char *dir_name, char *type, unsigned long flags, void *data)"""

    __slots__ = ()
    __match_args__ = ("dev_name", "dir_name", "type", "flags", "data")
    syscall = "mount"
    _arguments = ("dev_name", "dir_name", "type", "flags", "data")
    _captures = 4

    @property
    def dev_name(self) -> str | None:
        """char *: string."""
        return self._string("dev_name")

    @property
    def dir_name(self) -> str | None:
        """char *: string."""
        return self._string("dir_name")

    @property
    def type(self) -> str | None:
        """char *: string."""
        return self._string("type")

    @property
    def flags(self) -> flag_sets.Mount:
        """unsigned long: flags mount."""
        return flag_sets.Mount(self._int("flags"))

    @property
    def data(self) -> str | None:
        """void *: string."""
        return self._string("data")


class MountSetattr(TypedEvent):
    """mount_setattr(int dfd, const char *path, unsigned int flags, struct mount_attr *uattr, size_t usize)"""

    __slots__ = ()
    __match_args__ = ("dfd", "path", "flags", "uattr", "usize")
    syscall = "mount_setattr"
    _arguments = ("dfd", "path", "flags", "uattr", "usize")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def path(self) -> str | None:
        """const char *: string."""
        return self._string("path")

    @property
    def flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("flags"))

    @property
    def uattr(self) -> StructMountAttr | None:
        """struct mount_attr *: struct mount_attr."""
        value: StructMountAttr | None = self._value("uattr")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")


class MoveMount(TypedEvent):
    """move_mount(int from_dfd, const char *from_pathname, int to_dfd, const char *to_pathname, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("from_dfd", "from_pathname", "to_dfd", "to_pathname", "flags")
    syscall = "move_mount"
    _arguments = ("from_dfd", "from_pathname", "to_dfd", "to_pathname", "flags")
    _captures = 2

    @property
    def from_dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("from_dfd")

    @property
    def from_pathname(self) -> str | None:
        """const char *: string."""
        return self._string("from_pathname")

    @property
    def to_dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("to_dfd")

    @property
    def to_pathname(self) -> str | None:
        """const char *: string."""
        return self._string("to_pathname")

    @property
    def flags(self) -> flag_sets.MoveMount:
        """unsigned int: flags move_mount."""
        return flag_sets.MoveMount(self._int("flags"))


class MovePages(TypedEvent):
    """move_pages(pid_t pid, unsigned long nr_pages, const void **pages, const int *nodes, int *status, int flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "nr_pages", "pages", "nodes", "status", "flags")
    syscall = "move_pages"
    _arguments = ("pid", "nr_pages", "pages", "nodes", "status", "flags")
    _captures = 3

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def nr_pages(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("nr_pages")

    @property
    def pages(self) -> list[int] | None:
        """const void **: array of addresses."""
        value: list[int] | None = self._value("pages")
        return value

    @property
    def nodes(self) -> list[int] | None:
        """const int *: array of numbers."""
        value: list[int] | None = self._value("nodes")
        return value

    @property
    def status(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("status")
        return value

    @property
    def flags(self) -> flag_sets.Mbind:
        """int: flags mbind."""
        return flag_sets.Mbind(self._int("flags"))


class Mprotect(TypedEvent):
    """mprotect(unsigned long start, size_t len, unsigned long prot)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "prot")
    syscall = "mprotect"
    _arguments = ("start", "len", "prot")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def prot(self) -> flag_sets.Prot:
        """unsigned long: flags prot."""
        return flag_sets.Prot(self._int("prot"))


class Mpx(TypedEvent):
    """mpx(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "mpx"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class MqGetsetattr(TypedEvent):
    """mq_getsetattr(mqd_t mqdes, const struct mq_attr *u_mqstat, struct mq_attr *u_omqstat)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_mqstat", "u_omqstat")
    syscall = "mq_getsetattr"
    _arguments = ("mqdes", "u_mqstat", "u_omqstat")
    _captures = 2

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_mqstat(self) -> StructMqAttr | None:
        """const struct mq_attr *: struct mq_attr."""
        value: StructMqAttr | None = self._value("u_mqstat")
        return value

    @property
    def u_omqstat(self) -> StructMqAttr | None:
        """struct mq_attr *: struct mq_attr."""
        value: StructMqAttr | None = self._value("u_omqstat")
        return value


class MqNotify(TypedEvent):
    """mq_notify(mqd_t mqdes, const struct sigevent *u_notification)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_notification")
    syscall = "mq_notify"
    _arguments = ("mqdes", "u_notification")
    _captures = 1

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_notification(self) -> StructSigevent | None:
        """const struct sigevent *: struct sigevent."""
        value: StructSigevent | None = self._value("u_notification")
        return value


class MqOpen(TypedEvent):
    """mq_open(const char *u_name, int oflag, umode_t mode, struct mq_attr *u_attr)"""

    __slots__ = ()
    __match_args__ = ("u_name", "oflag", "mode", "u_attr")
    syscall = "mq_open"
    _arguments = ("u_name", "oflag", "mode", "u_attr")
    _captures = 2

    @property
    def u_name(self) -> str | None:
        """const char *: string."""
        return self._string("u_name")

    @property
    def oflag(self) -> flag_sets.Open:
        """int: flags open."""
        return flag_sets.Open(self._int("oflag"))

    @property
    def mode(self) -> int:
        """umode_t: file mode, only with O_CREAT in oflag."""
        return self._int("mode")

    @property
    def u_attr(self) -> StructMqAttr | None:
        """struct mq_attr *: struct mq_attr, only with O_CREAT in oflag."""
        value: StructMqAttr | None = self._value("u_attr")
        return value


class MqTimedreceive(TypedEvent):
    """mq_timedreceive(mqd_t mqdes, char *u_msg_ptr, size_t msg_len, unsigned int *u_msg_prio, const struct __kernel_timespec *u_abs_timeout)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_msg_ptr", "msg_len", "u_msg_prio", "u_abs_timeout")
    syscall = "mq_timedreceive"
    _arguments = ("mqdes", "u_msg_ptr", "msg_len", "u_msg_prio", "u_abs_timeout")
    _captures = 3

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_msg_ptr(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("u_msg_ptr")

    @property
    def msg_len(self) -> int:
        """size_t: unsigned number."""
        return self._int("msg_len")

    @property
    def u_msg_prio(self) -> list[int] | None:
        """unsigned int *: array of unsigned numbers."""
        value: list[int] | None = self._value("u_msg_prio")
        return value

    @property
    def u_abs_timeout(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("u_abs_timeout")
        return value


class MqTimedreceiveTime64(TypedEvent):
    """mq_timedreceive_time64(mqd_t mqdes, char *u_msg_ptr, size_t msg_len, unsigned int *u_msg_prio, const struct __kernel_timespec *u_abs_timeout)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_msg_ptr", "msg_len", "u_msg_prio", "u_abs_timeout")
    syscall = "mq_timedreceive_time64"
    _arguments = ("mqdes", "u_msg_ptr", "msg_len", "u_msg_prio", "u_abs_timeout")
    _captures = 3

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_msg_ptr(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("u_msg_ptr")

    @property
    def msg_len(self) -> int:
        """size_t: unsigned number."""
        return self._int("msg_len")

    @property
    def u_msg_prio(self) -> list[int] | None:
        """unsigned int *: array of unsigned numbers."""
        value: list[int] | None = self._value("u_msg_prio")
        return value

    @property
    def u_abs_timeout(self) -> StructTimespec64 | None:
        """const struct __kernel_timespec *: struct timespec64."""
        value: StructTimespec64 | None = self._value("u_abs_timeout")
        return value


class MqTimedsend(TypedEvent):
    """mq_timedsend(mqd_t mqdes, const char *u_msg_ptr, size_t msg_len, unsigned int msg_prio, const struct __kernel_timespec *u_abs_timeout)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_msg_ptr", "msg_len", "msg_prio", "u_abs_timeout")
    syscall = "mq_timedsend"
    _arguments = ("mqdes", "u_msg_ptr", "msg_len", "msg_prio", "u_abs_timeout")
    _captures = 2

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_msg_ptr(self) -> bytes | None:
        """const char *: bytes."""
        return self._bytes("u_msg_ptr")

    @property
    def msg_len(self) -> int:
        """size_t: unsigned number."""
        return self._int("msg_len")

    @property
    def msg_prio(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("msg_prio")

    @property
    def u_abs_timeout(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("u_abs_timeout")
        return value


class MqTimedsendTime64(TypedEvent):
    """mq_timedsend_time64(mqd_t mqdes, const char *u_msg_ptr, size_t msg_len, unsigned int msg_prio, const struct __kernel_timespec *u_abs_timeout)"""

    __slots__ = ()
    __match_args__ = ("mqdes", "u_msg_ptr", "msg_len", "msg_prio", "u_abs_timeout")
    syscall = "mq_timedsend_time64"
    _arguments = ("mqdes", "u_msg_ptr", "msg_len", "msg_prio", "u_abs_timeout")
    _captures = 2

    @property
    def mqdes(self) -> int:
        """mqd_t: file descriptor."""
        return self._int("mqdes")

    @property
    def u_msg_ptr(self) -> bytes | None:
        """const char *: bytes."""
        return self._bytes("u_msg_ptr")

    @property
    def msg_len(self) -> int:
        """size_t: unsigned number."""
        return self._int("msg_len")

    @property
    def msg_prio(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("msg_prio")

    @property
    def u_abs_timeout(self) -> StructTimespec64 | None:
        """const struct __kernel_timespec *: struct timespec64."""
        value: StructTimespec64 | None = self._value("u_abs_timeout")
        return value


class MqUnlink(TypedEvent):
    """mq_unlink(const char *u_name)"""

    __slots__ = ()
    __match_args__ = ("u_name",)
    syscall = "mq_unlink"
    _arguments = ("u_name",)
    _captures = 1

    @property
    def u_name(self) -> str | None:
        """const char *: string."""
        return self._string("u_name")


class Mremap(TypedEvent):
    """mremap(unsigned long addr, unsigned long old_len, unsigned long new_len, unsigned long flags, unsigned long new_addr)"""

    __slots__ = ()
    __match_args__ = ("addr", "old_len", "new_len", "flags", "new_addr")
    syscall = "mremap"
    _arguments = ("addr", "old_len", "new_len", "flags", "new_addr")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def old_len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("old_len")

    @property
    def new_len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("new_len")

    @property
    def flags(self) -> flag_sets.Mremap:
        """unsigned long: flags mremap."""
        return flag_sets.Mremap(self._int("flags"))

    @property
    def new_addr(self) -> int:
        """unsigned long: address, only with MREMAP_FIXED or MREMAP_DONTUNMAP in flags."""
        return self._int("new_addr")


class Mseal(TypedEvent):
    """mseal(unsigned long start, size_t len, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "flags")
    syscall = "mseal"
    _arguments = ("start", "len", "flags")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("flags")


class Msgctl(TypedEvent):
    """msgctl(int msqid, int cmd, struct msqid_ds *buf)"""

    __slots__ = ()
    __match_args__ = ("msqid", "cmd", "buf")
    syscall = "msgctl"
    _arguments = ("msqid", "cmd", "buf")
    _captures = 1

    @property
    def msqid(self) -> int:
        """int: number."""
        return self._int("msqid")

    @property
    def cmd(self) -> int:
        """int: flags msgctl."""
        return self._int("cmd")

    @property
    def buf(self) -> Any:
        """struct msqid_ds *: address, or by cmd."""
        return self._value("buf")


class Msgget(TypedEvent):
    """msgget(key_t key, int msgflg)"""

    __slots__ = ()
    __match_args__ = ("key", "msgflg")
    syscall = "msgget"
    _arguments = ("key", "msgflg")

    @property
    def key(self) -> int:
        """key_t: number, in hex or flags ipc_key."""
        return self._int("key")

    @property
    def msgflg(self) -> flag_sets.Msgget:
        """int: flags msgget."""
        return flag_sets.Msgget(self._int("msgflg"))


class Msgrcv(TypedEvent):
    """msgrcv(int msqid, struct msgbuf *msgp, size_t msgsz, long msgtyp, int msgflg)"""

    __slots__ = ()
    __match_args__ = ("msqid", "msgp", "msgsz", "msgtyp", "msgflg")
    syscall = "msgrcv"
    _arguments = ("msqid", "msgp", "msgsz", "msgtyp", "msgflg")
    _captures = 1

    @property
    def msqid(self) -> int:
        """int: number."""
        return self._int("msqid")

    @property
    def msgp(self) -> bytes | None:
        """struct msgbuf *: bytes."""
        return self._bytes("msgp")

    @property
    def msgsz(self) -> int:
        """size_t: unsigned number."""
        return self._int("msgsz")

    @property
    def msgtyp(self) -> int:
        """long: number."""
        return self._int("msgtyp")

    @property
    def msgflg(self) -> flag_sets.Msgrcv:
        """int: flags msgrcv."""
        return flag_sets.Msgrcv(self._int("msgflg"))


class Msgsnd(TypedEvent):
    """msgsnd(int msqid, struct msgbuf *msgp, size_t msgsz, int msgflg)"""

    __slots__ = ()
    __match_args__ = ("msqid", "msgp", "msgsz", "msgflg")
    syscall = "msgsnd"
    _arguments = ("msqid", "msgp", "msgsz", "msgflg")
    _captures = 1

    @property
    def msqid(self) -> int:
        """int: number."""
        return self._int("msqid")

    @property
    def msgp(self) -> bytes | None:
        """struct msgbuf *: bytes."""
        return self._bytes("msgp")

    @property
    def msgsz(self) -> int:
        """size_t: unsigned number."""
        return self._int("msgsz")

    @property
    def msgflg(self) -> flag_sets.Msgrcv:
        """int: flags msgrcv."""
        return flag_sets.Msgrcv(self._int("msgflg"))


class Msync(TypedEvent):
    """msync(unsigned long start, size_t len, int flags)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "flags")
    syscall = "msync"
    _arguments = ("start", "len", "flags")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Msync:
        """int: flags msync."""
        return flag_sets.Msync(self._int("flags"))


class Munlock(TypedEvent):
    """munlock(unsigned long start, size_t len)"""

    __slots__ = ()
    __match_args__ = ("start", "len")
    syscall = "munlock"
    _arguments = ("start", "len")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")


class Munlockall(TypedEvent):
    """munlockall()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "munlockall"


class Munmap(TypedEvent):
    """munmap(unsigned long addr, size_t len)"""

    __slots__ = ()
    __match_args__ = ("addr", "len")
    syscall = "munmap"
    _arguments = ("addr", "len")

    @property
    def addr(self) -> int:
        """unsigned long: address."""
        return self._int("addr")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")


class NameToHandleAt(TypedEvent):
    """name_to_handle_at(int dfd, const char *name, struct file_handle *handle, void *mnt_id, int flag)"""

    __slots__ = ()
    __match_args__ = ("dfd", "name", "handle", "mnt_id", "flag")
    syscall = "name_to_handle_at"
    _arguments = ("dfd", "name", "handle", "mnt_id", "flag")
    _captures = 4

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def handle(self) -> StructFileHandle | None:
        """struct file_handle *: struct file_handle."""
        value: StructFileHandle | None = self._value("handle")
        return value

    @property
    def mnt_id(self) -> list[int] | None:
        """void *: array of numbers."""
        value: list[int] | None = self._value("mnt_id")
        return value

    @property
    def flag(self) -> flag_sets.NameToHandleAt:
        """int: flags name_to_handle_at."""
        return flag_sets.NameToHandleAt(self._int("flag"))


class Nanosleep(TypedEvent):
    """nanosleep(struct __kernel_timespec *rqtp, struct __kernel_timespec *rmtp)"""

    __slots__ = ()
    __match_args__ = ("rqtp", "rmtp")
    syscall = "nanosleep"
    _arguments = ("rqtp", "rmtp")
    _captures = 2

    @property
    def rqtp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("rqtp")
        return value

    @property
    def rmtp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("rmtp")
        return value


class Newfstatat(TypedEvent):
    """newfstatat(int dfd, const char *filename, struct stat *statbuf, int flag)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "statbuf", "flag")
    syscall = "newfstatat"
    _arguments = ("dfd", "filename", "statbuf", "flag")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat | None:
        """struct stat *: struct stat."""
        value: StructStat | None = self._value("statbuf")
        return value

    @property
    def flag(self) -> flag_sets.At:
        """int: flags at."""
        return flag_sets.At(self._int("flag"))


class Nfsservctl(TypedEvent):
    """nfsservctl(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "nfsservctl"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Nice(TypedEvent):
    """nice(int increment)"""

    __slots__ = ()
    __match_args__ = ("increment",)
    syscall = "nice"
    _arguments = ("increment",)

    @property
    def increment(self) -> int:
        """int: number."""
        return self._int("increment")


class OldMmap(TypedEvent):
    """old_mmap(struct mmap_arg_struct *arg)"""

    __slots__ = ()
    __match_args__ = ("arg",)
    syscall = "old_mmap"
    _arguments = ("arg",)
    _captures = 1

    @property
    def arg(self) -> StructMmapArgStruct | None:
        """struct mmap_arg_struct *: struct mmap_arg_struct."""
        value: StructMmapArgStruct | None = self._value("arg")
        return value


class OldSelect(TypedEvent):
    """old_select(struct sel_arg_struct *arg)"""

    __slots__ = ()
    __match_args__ = ("arg",)
    syscall = "old_select"
    _arguments = ("arg",)
    _captures = 1

    @property
    def arg(self) -> StructSelArgStruct | None:
        """struct sel_arg_struct *: struct sel_arg_struct."""
        value: StructSelArgStruct | None = self._value("arg")
        return value


class Oldfstat(TypedEvent):
    """oldfstat(unsigned int fd, struct __old_kernel_stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("fd", "statbuf")
    syscall = "oldfstat"
    _arguments = ("fd", "statbuf")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def statbuf(self) -> StructOldKernelStat | None:
        """struct __old_kernel_stat *: struct __old_kernel_stat."""
        value: StructOldKernelStat | None = self._value("statbuf")
        return value


class Oldlstat(TypedEvent):
    """oldlstat(const char *filename, struct __old_kernel_stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "oldlstat"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructOldKernelStat | None:
        """struct __old_kernel_stat *: struct __old_kernel_stat."""
        value: StructOldKernelStat | None = self._value("statbuf")
        return value


class Oldolduname(TypedEvent):
    """oldolduname(struct oldold_utsname *name)"""

    __slots__ = ()
    __match_args__ = ("name",)
    syscall = "oldolduname"
    _arguments = ("name",)
    _captures = 1

    @property
    def name(self) -> StructOldoldUtsname | None:
        """struct oldold_utsname *: struct oldold_utsname."""
        value: StructOldoldUtsname | None = self._value("name")
        return value


class Oldstat(TypedEvent):
    """oldstat(const char *filename, struct __old_kernel_stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "oldstat"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructOldKernelStat | None:
        """struct __old_kernel_stat *: struct __old_kernel_stat."""
        value: StructOldKernelStat | None = self._value("statbuf")
        return value


class Olduname(TypedEvent):
    """olduname(struct old_utsname *name)"""

    __slots__ = ()
    __match_args__ = ("name",)
    syscall = "olduname"
    _arguments = ("name",)
    _captures = 1

    @property
    def name(self) -> StructOldUtsname | None:
        """struct old_utsname *: struct old_utsname."""
        value: StructOldUtsname | None = self._value("name")
        return value


class Open(TypedEvent):
    """open(const char *filename, int flags, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("filename", "flags", "mode")
    syscall = "open"
    _arguments = ("filename", "flags", "mode")
    _captures = 1

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def flags(self) -> flag_sets.Open:
        """int: flags open."""
        return flag_sets.Open(self._int("flags"))

    @property
    def mode(self) -> int:
        """umode_t: file mode, only with O_CREAT or O_TMPFILE or __O_TMPFILE in flags."""
        return self._int("mode")


class OpenByHandleAt(TypedEvent):
    """open_by_handle_at(int mountdirfd, struct file_handle *handle, int flags)"""

    __slots__ = ()
    __match_args__ = ("mountdirfd", "handle", "flags")
    syscall = "open_by_handle_at"
    _arguments = ("mountdirfd", "handle", "flags")
    _captures = 1

    @property
    def mountdirfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("mountdirfd")

    @property
    def handle(self) -> StructFileHandle | None:
        """struct file_handle *: struct file_handle."""
        value: StructFileHandle | None = self._value("handle")
        return value

    @property
    def flags(self) -> flag_sets.Open:
        """int: flags open."""
        return flag_sets.Open(self._int("flags"))


class OpenTree(TypedEvent):
    """open_tree(int dfd, const char *filename, unsigned flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "flags")
    syscall = "open_tree"
    _arguments = ("dfd", "filename", "flags")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def flags(self) -> flag_sets.OpenTree:
        """unsigned: flags open_tree."""
        return flag_sets.OpenTree(self._int("flags"))


class OpenTreeAttr(TypedEvent):
    """open_tree_attr(int dfd, const char *filename, unsigned flags, struct mount_attr *uattr, size_t usize)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "flags", "uattr", "usize")
    syscall = "open_tree_attr"
    _arguments = ("dfd", "filename", "flags", "uattr", "usize")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def flags(self) -> flag_sets.OpenTree:
        """unsigned: flags open_tree."""
        return flag_sets.OpenTree(self._int("flags"))

    @property
    def uattr(self) -> StructMountAttr | None:
        """struct mount_attr *: struct mount_attr."""
        value: StructMountAttr | None = self._value("uattr")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")


class Openat(TypedEvent):
    """openat(int dfd, const char *filename, int flags, umode_t mode)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "flags", "mode")
    syscall = "openat"
    _arguments = ("dfd", "filename", "flags", "mode")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def flags(self) -> flag_sets.Open:
        """int: flags open."""
        return flag_sets.Open(self._int("flags"))

    @property
    def mode(self) -> int:
        """umode_t: file mode, only with O_CREAT or O_TMPFILE or __O_TMPFILE in flags."""
        return self._int("mode")


class Openat2(TypedEvent):
    """openat2(int dfd, const char *filename, struct open_how *how, size_t usize)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "how", "usize")
    syscall = "openat2"
    _arguments = ("dfd", "filename", "how", "usize")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def how(self) -> StructOpenHow | None:
        """struct open_how *: struct open_how."""
        value: StructOpenHow | None = self._value("how")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")


class Pause(TypedEvent):
    """pause()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "pause"


class PerfEventOpen(TypedEvent):
    """perf_event_open(struct perf_event_attr *attr_uptr, pid_t pid, int cpu, int group_fd, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("attr_uptr", "pid_", "cpu_", "group_fd", "flags")
    syscall = "perf_event_open"
    _arguments = ("attr_uptr", "pid", "cpu", "group_fd", "flags")
    _captures = 1

    @property
    def attr_uptr(self) -> StructPerfEventAttr | None:
        """struct perf_event_attr *: struct perf_event_attr."""
        value: StructPerfEventAttr | None = self._value("attr_uptr")
        return value

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def cpu_(self) -> int:
        """int: number."""
        return self._int("cpu")

    @property
    def group_fd(self) -> int:
        """int: file descriptor."""
        return self._int("group_fd")

    @property
    def flags(self) -> flag_sets.PerfEventOpen:
        """unsigned long: flags perf_event_open."""
        return flag_sets.PerfEventOpen(self._int("flags"))


class Personality(TypedEvent):
    """personality(unsigned int personality)"""

    __slots__ = ()
    __match_args__ = ("personality",)
    syscall = "personality"
    _arguments = ("personality",)

    @property
    def personality(self) -> flag_sets.Personality:
        """unsigned int: flags personality."""
        return flag_sets.Personality(self._int("personality"))


class PidfdGetfd(TypedEvent):
    """pidfd_getfd(int pidfd, int fd, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pidfd", "fd", "flags")
    syscall = "pidfd_getfd"
    _arguments = ("pidfd", "fd", "flags")

    @property
    def pidfd(self) -> int:
        """int: file descriptor."""
        return self._int("pidfd")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class PidfdOpen(TypedEvent):
    """pidfd_open(pid_t pid, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "flags")
    syscall = "pidfd_open"
    _arguments = ("pid", "flags")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def flags(self) -> flag_sets.PidfdOpen:
        """unsigned int: flags pidfd_open."""
        return flag_sets.PidfdOpen(self._int("flags"))


class PidfdSendSignal(TypedEvent):
    """pidfd_send_signal(int pidfd, int sig, siginfo_t *info, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pidfd", "sig", "info", "flags")
    syscall = "pidfd_send_signal"
    _arguments = ("pidfd", "sig", "info", "flags")
    _captures = 1

    @property
    def pidfd(self) -> int:
        """int: file descriptor."""
        return self._int("pidfd")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def info(self) -> dict[str, Any] | None:
        """siginfo_t *: struct siginfo."""
        value: dict[str, Any] | None = self._value("info")
        return value

    @property
    def flags(self) -> flag_sets.PidfdSignal:
        """unsigned int: flags pidfd_signal."""
        return flag_sets.PidfdSignal(self._int("flags"))


class Pipe(TypedEvent):
    """pipe(int *fildes)"""

    __slots__ = ()
    __match_args__ = ("fildes",)
    syscall = "pipe"
    _arguments = ("fildes",)
    _captures = 1

    @property
    def fildes(self) -> list[int] | None:
        """int *: array of file descriptors."""
        value: list[int] | None = self._value("fildes")
        return value


class Pipe2(TypedEvent):
    """pipe2(int *fildes, int flags)"""

    __slots__ = ()
    __match_args__ = ("fildes", "flags")
    syscall = "pipe2"
    _arguments = ("fildes", "flags")
    _captures = 1

    @property
    def fildes(self) -> list[int] | None:
        """int *: array of file descriptors."""
        value: list[int] | None = self._value("fildes")
        return value

    @property
    def flags(self) -> flag_sets.Pipe2:
        """int: flags pipe2."""
        return flag_sets.Pipe2(self._int("flags"))


class PivotRoot(TypedEvent):
    """pivot_root(const char *new_root, const char *put_old)"""

    __slots__ = ()
    __match_args__ = ("new_root", "put_old")
    syscall = "pivot_root"
    _arguments = ("new_root", "put_old")
    _captures = 2

    @property
    def new_root(self) -> str | None:
        """const char *: string."""
        return self._string("new_root")

    @property
    def put_old(self) -> str | None:
        """const char *: string."""
        return self._string("put_old")


class PkeyAlloc(TypedEvent):
    """pkey_alloc(unsigned long flags, unsigned long init_val)"""

    __slots__ = ()
    __match_args__ = ("flags", "init_val")
    syscall = "pkey_alloc"
    _arguments = ("flags", "init_val")

    @property
    def flags(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("flags")

    @property
    def init_val(self) -> flag_sets.Pkey:
        """unsigned long: flags pkey."""
        return flag_sets.Pkey(self._int("init_val"))


class PkeyFree(TypedEvent):
    """pkey_free(int pkey)"""

    __slots__ = ()
    __match_args__ = ("pkey",)
    syscall = "pkey_free"
    _arguments = ("pkey",)

    @property
    def pkey(self) -> int:
        """int: number."""
        return self._int("pkey")


class PkeyMprotect(TypedEvent):
    """pkey_mprotect(unsigned long start, size_t len, unsigned long prot, int pkey)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "prot", "pkey")
    syscall = "pkey_mprotect"
    _arguments = ("start", "len", "prot", "pkey")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def prot(self) -> flag_sets.Prot:
        """unsigned long: flags prot."""
        return flag_sets.Prot(self._int("prot"))

    @property
    def pkey(self) -> int:
        """int: number."""
        return self._int("pkey")


class Poll(TypedEvent):
    """poll(struct pollfd *ufds, unsigned int nfds, int timeout_msecs)"""

    __slots__ = ()
    __match_args__ = ("ufds", "nfds", "timeout_msecs")
    syscall = "poll"
    _arguments = ("ufds", "nfds", "timeout_msecs")
    _captures = 1

    @property
    def ufds(self) -> list[StructPollfd] | None:
        """struct pollfd *: array of struct pollfd."""
        value: list[StructPollfd] | None = self._value("ufds")
        return value

    @property
    def nfds(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nfds")

    @property
    def timeout_msecs(self) -> int:
        """int: number."""
        return self._int("timeout_msecs")


class Ppoll(TypedEvent):
    """ppoll(struct pollfd *ufds, unsigned int nfds, struct __kernel_timespec *tsp, const sigset_t *sigmask, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("ufds", "nfds", "tsp", "sigmask", "sigsetsize")
    syscall = "ppoll"
    _arguments = ("ufds", "nfds", "tsp", "sigmask", "sigsetsize")
    _captures = 4

    @property
    def ufds(self) -> list[StructPollfd] | None:
        """struct pollfd *: array of struct pollfd."""
        value: list[StructPollfd] | None = self._value("ufds")
        return value

    @property
    def nfds(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nfds")

    @property
    def tsp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("tsp")
        return value

    @property
    def sigmask(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("sigmask")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class PpollTime64(TypedEvent):
    """ppoll_time64(struct pollfd *ufds, unsigned int nfds, struct timespec64 *tsp, const sigset_t *sigmask, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("ufds", "nfds", "tsp", "sigmask", "sigsetsize")
    syscall = "ppoll_time64"
    _arguments = ("ufds", "nfds", "tsp", "sigmask", "sigsetsize")
    _captures = 4

    @property
    def ufds(self) -> list[StructPollfd] | None:
        """struct pollfd *: array of struct pollfd."""
        value: list[StructPollfd] | None = self._value("ufds")
        return value

    @property
    def nfds(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nfds")

    @property
    def tsp(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("tsp")
        return value

    @property
    def sigmask(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("sigmask")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class Prctl(TypedEvent):
    """prctl(int option, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("option", "arg2", "arg3", "arg4", "arg5")
    syscall = "prctl"
    _arguments = ("option", "arg2", "arg3", "arg4", "arg5")
    _captures = 3

    @property
    def option(self) -> int:
        """int: flags prctl."""
        return self._int("option")

    @property
    def arg2(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg2")

    @property
    def arg3(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg3")

    @property
    def arg4(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg4")

    @property
    def arg5(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg5")


class Pread64(TypedEvent):
    """pread64(unsigned int fd, char *buf, size_t count, loff_t pos)"""

    __slots__ = ()
    __match_args__ = ("fd", "buf", "count", "pos")
    syscall = "pread64"
    _arguments = ("fd", "buf", "count", "pos")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")

    @property
    def pos(self) -> int:
        """loff_t: number."""
        return self._int("pos")


class Preadv(TypedEvent):
    """preadv(unsigned long fd, const struct iovec *vec, unsigned long vlen, unsigned long pos_l, unsigned long pos_h)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen", "pos_l", "pos_h")
    syscall = "preadv"
    _arguments = ("fd", "vec", "vlen", "pos_l", "pos_h")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")

    @property
    def pos_l(self) -> int:
        """unsigned long: number."""
        return self._int("pos_l")

    @property
    def pos_h(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("pos_h")


class Preadv2(TypedEvent):
    """preadv2(unsigned long fd, const struct iovec *vec, unsigned long vlen, unsigned long pos_l, unsigned long pos_h, rwf_t flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen", "pos_l", "pos_h", "flags")
    syscall = "preadv2"
    _arguments = ("fd", "vec", "vlen", "pos_l", "pos_h", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")

    @property
    def pos_l(self) -> int:
        """unsigned long: number."""
        return self._int("pos_l")

    @property
    def pos_h(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("pos_h")

    @property
    def flags(self) -> flag_sets.Rwf:
        """rwf_t: flags rwf."""
        return flag_sets.Rwf(self._int("flags"))


class Prlimit64(TypedEvent):
    """prlimit64(pid_t pid, unsigned int resource, const struct rlimit64 *new_rlim, struct rlimit64 *old_rlim)"""

    __slots__ = ()
    __match_args__ = ("pid_", "resource", "new_rlim", "old_rlim")
    syscall = "prlimit64"
    _arguments = ("pid", "resource", "new_rlim", "old_rlim")
    _captures = 2

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def resource(self) -> int:
        """unsigned int: flags rlimit."""
        return self._int("resource")

    @property
    def new_rlim(self) -> StructRlimit64 | None:
        """const struct rlimit64 *: struct rlimit64."""
        value: StructRlimit64 | None = self._value("new_rlim")
        return value

    @property
    def old_rlim(self) -> StructRlimit64 | None:
        """struct rlimit64 *: struct rlimit64."""
        value: StructRlimit64 | None = self._value("old_rlim")
        return value


class ProcessMadvise(TypedEvent):
    """process_madvise(int pidfd, const struct iovec *vec, size_t vlen, int behavior, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pidfd", "vec", "vlen", "behavior", "flags")
    syscall = "process_madvise"
    _arguments = ("pidfd", "vec", "vlen", "behavior", "flags")
    _captures = 1

    @property
    def pidfd(self) -> int:
        """int: file descriptor."""
        return self._int("pidfd")

    @property
    def vec(self) -> list[StructIovec] | None:
        """const struct iovec *: array of struct iovec."""
        value: list[StructIovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """size_t: unsigned number."""
        return self._int("vlen")

    @property
    def behavior(self) -> int:
        """int: flags madvise."""
        return self._int("behavior")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class ProcessMrelease(TypedEvent):
    """process_mrelease(int pidfd, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pidfd", "flags")
    syscall = "process_mrelease"
    _arguments = ("pidfd", "flags")

    @property
    def pidfd(self) -> int:
        """int: file descriptor."""
        return self._int("pidfd")

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class ProcessVmReadv(TypedEvent):
    """process_vm_readv(pid_t pid, const struct iovec *lvec, unsigned long liovcnt, const struct iovec *rvec, unsigned long riovcnt, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "lvec", "liovcnt", "rvec", "riovcnt", "flags")
    syscall = "process_vm_readv"
    _arguments = ("pid", "lvec", "liovcnt", "rvec", "riovcnt", "flags")
    _captures = 2

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def lvec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("lvec")
        return value

    @property
    def liovcnt(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("liovcnt")

    @property
    def rvec(self) -> list[StructIovec] | None:
        """const struct iovec *: array of struct iovec."""
        value: list[StructIovec] | None = self._value("rvec")
        return value

    @property
    def riovcnt(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("riovcnt")

    @property
    def flags(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("flags")


class ProcessVmWritev(TypedEvent):
    """process_vm_writev(pid_t pid, const struct iovec *lvec, unsigned long liovcnt, const struct iovec *rvec, unsigned long riovcnt, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "lvec", "liovcnt", "rvec", "riovcnt", "flags")
    syscall = "process_vm_writev"
    _arguments = ("pid", "lvec", "liovcnt", "rvec", "riovcnt", "flags")
    _captures = 2

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def lvec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("lvec")
        return value

    @property
    def liovcnt(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("liovcnt")

    @property
    def rvec(self) -> list[StructIovec] | None:
        """const struct iovec *: array of struct iovec."""
        value: list[StructIovec] | None = self._value("rvec")
        return value

    @property
    def riovcnt(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("riovcnt")

    @property
    def flags(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("flags")


class Prof(TypedEvent):
    """prof(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "prof"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Profil(TypedEvent):
    """profil(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "profil"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Pselect6(TypedEvent):
    """pselect6(int n, fd_set *inp, fd_set *outp, fd_set *exp, struct __kernel_timespec *tsp, void *sig)"""

    __slots__ = ()
    __match_args__ = ("n", "inp", "outp", "exp", "tsp", "sig")
    syscall = "pselect6"
    _arguments = ("n", "inp", "outp", "exp", "tsp", "sig")
    _captures = 9

    @property
    def n(self) -> int:
        """int: number."""
        return self._int("n")

    @property
    def inp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("inp")
        return value

    @property
    def outp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("outp")
        return value

    @property
    def exp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("exp")
        return value

    @property
    def tsp(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("tsp")
        return value

    @property
    def sig(self) -> list[int] | None:
        """void *: array of numbers, in hex."""
        value: list[int] | None = self._value("sig")
        return value


class Pselect6Time64(TypedEvent):
    """pselect6_time64(int n, fd_set *inp, fd_set *outp, fd_set *exp, struct timespec64 *tsp, void *sig)"""

    __slots__ = ()
    __match_args__ = ("n", "inp", "outp", "exp", "tsp", "sig")
    syscall = "pselect6_time64"
    _arguments = ("n", "inp", "outp", "exp", "tsp", "sig")
    _captures = 9

    @property
    def n(self) -> int:
        """int: number."""
        return self._int("n")

    @property
    def inp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("inp")
        return value

    @property
    def outp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("outp")
        return value

    @property
    def exp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("exp")
        return value

    @property
    def tsp(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("tsp")
        return value

    @property
    def sig(self) -> list[int] | None:
        """void *: array of numbers, in hex."""
        value: list[int] | None = self._value("sig")
        return value


class Ptrace(TypedEvent):
    """ptrace(long request, long pid, unsigned long addr, unsigned long data)"""

    __slots__ = ()
    __match_args__ = ("request", "pid_", "addr", "data")
    syscall = "ptrace"
    _arguments = ("request", "pid", "addr", "data")
    _captures = 2

    @property
    def request(self) -> int:
        """long: flags ptrace."""
        return self._int("request")

    @property
    def pid_(self) -> int:
        """long: process or thread."""
        return self._int("pid")

    @property
    def addr(self) -> Any:
        """unsigned long: address, or by request."""
        return self._value("addr")

    @property
    def data(self) -> Any:
        """unsigned long: address, or by request."""
        return self._value("data")


class Putpmsg(TypedEvent):
    """putpmsg(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "putpmsg"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Pwrite64(TypedEvent):
    """pwrite64(unsigned int fd, const char *buf, size_t count, loff_t pos)"""

    __slots__ = ()
    __match_args__ = ("fd", "buf", "count", "pos")
    syscall = "pwrite64"
    _arguments = ("fd", "buf", "count", "pos")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def buf(self) -> bytes | None:
        """const char *: bytes."""
        return self._bytes("buf")

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")

    @property
    def pos(self) -> int:
        """loff_t: number."""
        return self._int("pos")


class Pwritev(TypedEvent):
    """pwritev(unsigned long fd, const struct iovec *vec, unsigned long vlen, unsigned long pos_l, unsigned long pos_h)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen", "pos_l", "pos_h")
    syscall = "pwritev"
    _arguments = ("fd", "vec", "vlen", "pos_l", "pos_h")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")

    @property
    def pos_l(self) -> int:
        """unsigned long: number."""
        return self._int("pos_l")

    @property
    def pos_h(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("pos_h")


class Pwritev2(TypedEvent):
    """pwritev2(unsigned long fd, const struct iovec *vec, unsigned long vlen, unsigned long pos_l, unsigned long pos_h, rwf_t flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen", "pos_l", "pos_h", "flags")
    syscall = "pwritev2"
    _arguments = ("fd", "vec", "vlen", "pos_l", "pos_h", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")

    @property
    def pos_l(self) -> int:
        """unsigned long: number."""
        return self._int("pos_l")

    @property
    def pos_h(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("pos_h")

    @property
    def flags(self) -> flag_sets.Rwf:
        """rwf_t: flags rwf."""
        return flag_sets.Rwf(self._int("flags"))


class QueryModule(TypedEvent):
    """query_module(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "query_module"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Quotactl(TypedEvent):
    """quotactl(unsigned int cmd, const char *special, qid_t id, void *addr)"""

    __slots__ = ()
    __match_args__ = ("cmd", "special", "id", "addr")
    syscall = "quotactl"
    _arguments = ("cmd", "special", "id", "addr")
    _captures = 2

    @property
    def cmd(self) -> int:
        """unsigned int: flags quotactl."""
        return self._int("cmd")

    @property
    def special(self) -> str | None:
        """const char *: string."""
        return self._string("special")

    @property
    def id(self) -> Any:
        """qid_t: user id, or by cmd."""
        return self._value("id")

    @property
    def addr(self) -> Any:
        """void *: address, or by cmd."""
        return self._value("addr")


class QuotactlFd(TypedEvent):
    """quotactl_fd(unsigned int fd, unsigned int cmd, qid_t id, void *addr)"""

    __slots__ = ()
    __match_args__ = ("fd", "cmd", "id", "addr")
    syscall = "quotactl_fd"
    _arguments = ("fd", "cmd", "id", "addr")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def cmd(self) -> int:
        """unsigned int: flags quotactl."""
        return self._int("cmd")

    @property
    def id(self) -> Any:
        """qid_t: user id, or by cmd."""
        return self._value("id")

    @property
    def addr(self) -> Any:
        """void *: address, or by cmd."""
        return self._value("addr")


class Read(TypedEvent):
    """read(unsigned int fd, char *buf, size_t count)"""

    __slots__ = ()
    __match_args__ = ("fd", "buf", "count")
    syscall = "read"
    _arguments = ("fd", "buf", "count")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")


class Readahead(TypedEvent):
    """readahead(int fd, loff_t offset, size_t count)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset", "count")
    syscall = "readahead"
    _arguments = ("fd", "offset", "count")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def offset(self) -> int:
        """loff_t: number."""
        return self._int("offset")

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")


class Readdir(TypedEvent):
    """readdir(unsigned int fd, struct old_linux_dirent *dirent, unsigned int count)"""

    __slots__ = ()
    __match_args__ = ("fd", "dirent", "count")
    syscall = "readdir"
    _arguments = ("fd", "dirent", "count")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def dirent(self) -> bytes | None:
        """struct old_linux_dirent *: bytes."""
        return self._bytes("dirent")

    @property
    def count(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("count")


class Readlink(TypedEvent):
    """readlink(const char *path, char *buf, int bufsiz)"""

    __slots__ = ()
    __match_args__ = ("path", "buf", "bufsiz")
    syscall = "readlink"
    _arguments = ("path", "buf", "bufsiz")
    _captures = 2

    @property
    def path(self) -> str | None:
        """const char *: string."""
        return self._string("path")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def bufsiz(self) -> int:
        """int: number."""
        return self._int("bufsiz")


class Readlinkat(TypedEvent):
    """readlinkat(int dfd, const char *pathname, char *buf, int bufsiz)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "buf", "bufsiz")
    syscall = "readlinkat"
    _arguments = ("dfd", "pathname", "buf", "bufsiz")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def bufsiz(self) -> int:
        """int: number."""
        return self._int("bufsiz")


class Readv(TypedEvent):
    """readv(unsigned long fd, const struct iovec *vec, unsigned long vlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen")
    syscall = "readv"
    _arguments = ("fd", "vec", "vlen")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")


class Reboot(TypedEvent):
    """reboot(int magic1, int magic2, unsigned int cmd, void *arg)"""

    __slots__ = ()
    __match_args__ = ("magic1", "magic2", "cmd", "arg")
    syscall = "reboot"
    _arguments = ("magic1", "magic2", "cmd", "arg")
    _captures = 1

    @property
    def magic1(self) -> int:
        """int: flags reboot_magic."""
        return self._int("magic1")

    @property
    def magic2(self) -> int:
        """int: flags reboot_magic."""
        return self._int("magic2")

    @property
    def cmd(self) -> int:
        """unsigned int: flags reboot."""
        return self._int("cmd")

    @property
    def arg(self) -> Any:
        """void *: address, or by cmd."""
        return self._value("arg")


class Recvfrom(TypedEvent):
    """recvfrom(int fd, void *ubuf, size_t size, unsigned int flags, struct sockaddr *addr, int *addr_len)"""

    __slots__ = ()
    __match_args__ = ("fd", "ubuf", "size", "flags", "addr", "addr_len")
    syscall = "recvfrom"
    _arguments = ("fd", "ubuf", "size", "flags", "addr", "addr_len")
    _captures = 4

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def ubuf(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("ubuf")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))

    @property
    def addr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("addr")
        return value

    @property
    def addr_len(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("addr_len")
        return value


class Recvmmsg(TypedEvent):
    """recvmmsg(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags, struct __kernel_timespec *timeout)"""

    __slots__ = ()
    __match_args__ = ("fd", "mmsg", "vlen", "flags", "timeout")
    syscall = "recvmmsg"
    _arguments = ("fd", "mmsg", "vlen", "flags", "timeout")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def mmsg(self) -> list[dict[str, Any]] | None:
        """struct mmsghdr *: messages."""
        value: list[dict[str, Any]] | None = self._value("mmsg")
        return value

    @property
    def vlen(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("vlen")

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value


class RecvmmsgTime64(TypedEvent):
    """recvmmsg_time64(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags, struct __kernel_timespec *timeout)"""

    __slots__ = ()
    __match_args__ = ("fd", "mmsg", "vlen", "flags", "timeout")
    syscall = "recvmmsg_time64"
    _arguments = ("fd", "mmsg", "vlen", "flags", "timeout")
    _captures = 3

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def mmsg(self) -> list[dict[str, Any]] | None:
        """struct mmsghdr *: messages."""
        value: list[dict[str, Any]] | None = self._value("mmsg")
        return value

    @property
    def vlen(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("vlen")

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))

    @property
    def timeout(self) -> StructTimespec64 | None:
        """struct __kernel_timespec *: struct timespec64."""
        value: StructTimespec64 | None = self._value("timeout")
        return value


class Recvmsg(TypedEvent):
    """recvmsg(int fd, struct user_msghdr *msg, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "msg", "flags")
    syscall = "recvmsg"
    _arguments = ("fd", "msg", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def msg(self) -> Msghdr | None:
        """struct user_msghdr *: message."""
        value: Msghdr | None = self._value("msg")
        return value

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))


class RemapFilePages(TypedEvent):
    """remap_file_pages(unsigned long start, unsigned long size, unsigned long prot, unsigned long pgoff, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("start", "size", "prot", "pgoff", "flags")
    syscall = "remap_file_pages"
    _arguments = ("start", "size", "prot", "pgoff", "flags")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def size(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("size")

    @property
    def prot(self) -> flag_sets.Prot:
        """unsigned long: flags prot."""
        return flag_sets.Prot(self._int("prot"))

    @property
    def pgoff(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("pgoff")

    @property
    def flags(self) -> flag_sets.Mmap:
        """unsigned long: flags mmap."""
        return flag_sets.Mmap(self._int("flags"))


class Removexattr(TypedEvent):
    """removexattr(const char *pathname, const char *name)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name")
    syscall = "removexattr"
    _arguments = ("pathname", "name")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")


class Removexattrat(TypedEvent):
    """removexattrat(int dfd, const char *pathname, unsigned int at_flags, const char *name)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "at_flags", "name")
    syscall = "removexattrat"
    _arguments = ("dfd", "pathname", "at_flags", "name")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")


class Rename(TypedEvent):
    """rename(const char *oldname, const char *newname)"""

    __slots__ = ()
    __match_args__ = ("oldname", "newname")
    syscall = "rename"
    _arguments = ("oldname", "newname")
    _captures = 2

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")


class Renameat(TypedEvent):
    """renameat(int olddfd, const char *oldname, int newdfd, const char *newname)"""

    __slots__ = ()
    __match_args__ = ("olddfd", "oldname", "newdfd", "newname")
    syscall = "renameat"
    _arguments = ("olddfd", "oldname", "newdfd", "newname")
    _captures = 2

    @property
    def olddfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("olddfd")

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newdfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("newdfd")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")


class Renameat2(TypedEvent):
    """renameat2(int olddfd, const char *oldname, int newdfd, const char *newname, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("olddfd", "oldname", "newdfd", "newname", "flags")
    syscall = "renameat2"
    _arguments = ("olddfd", "oldname", "newdfd", "newname", "flags")
    _captures = 2

    @property
    def olddfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("olddfd")

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newdfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("newdfd")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")

    @property
    def flags(self) -> flag_sets.Rename:
        """unsigned int: flags rename."""
        return flag_sets.Rename(self._int("flags"))


class RequestKey(TypedEvent):
    """request_key(const char *_type, const char *_description, const char *_callout_info, key_serial_t destringid)"""

    __slots__ = ()
    __match_args__ = ("_type", "_description", "_callout_info", "destringid")
    syscall = "request_key"
    _arguments = ("_type", "_description", "_callout_info", "destringid")
    _captures = 3

    @property
    def _type(self) -> str | None:
        """const char *: string."""
        return self._string("_type")

    @property
    def _description(self) -> str | None:
        """const char *: string."""
        return self._string("_description")

    @property
    def _callout_info(self) -> str | None:
        """const char *: string."""
        return self._string("_callout_info")

    @property
    def destringid(self) -> int:
        """key_serial_t: number or flags keyring."""
        return self._int("destringid")


class RestartSyscall(TypedEvent):
    """restart_syscall()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "restart_syscall"


class Rmdir(TypedEvent):
    """rmdir(const char *pathname)"""

    __slots__ = ()
    __match_args__ = ("pathname",)
    syscall = "rmdir"
    _arguments = ("pathname",)
    _captures = 1

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")


class Rseq(TypedEvent):
    """rseq(struct rseq *rseq, u32 rseq_len, int flags, u32 sig)"""

    __slots__ = ()
    __match_args__ = ("rseq", "rseq_len", "flags", "sig")
    syscall = "rseq"
    _arguments = ("rseq", "rseq_len", "flags", "sig")
    _captures = 1

    @property
    def rseq(self) -> StructRseq | None:
        """struct rseq *: struct rseq."""
        value: StructRseq | None = self._value("rseq")
        return value

    @property
    def rseq_len(self) -> int:
        """u32: unsigned number."""
        return self._int("rseq_len")

    @property
    def flags(self) -> flag_sets.Rseq:
        """int: flags rseq."""
        return flag_sets.Rseq(self._int("flags"))

    @property
    def sig(self) -> int:
        """u32: number, in hex."""
        return self._int("sig")


class RseqSliceYield(TypedEvent):
    """rseq_slice_yield()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "rseq_slice_yield"


class RtSigaction(TypedEvent):
    """rt_sigaction(int sig, const struct sigaction *act, struct sigaction *oact, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("sig", "act", "oact", "sigsetsize")
    syscall = "rt_sigaction"
    _arguments = ("sig", "act", "oact", "sigsetsize")
    _captures = 2

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def act(self) -> StructSigaction | None:
        """const struct sigaction *: struct sigaction."""
        value: StructSigaction | None = self._value("act")
        return value

    @property
    def oact(self) -> StructSigaction | None:
        """struct sigaction *: struct sigaction."""
        value: StructSigaction | None = self._value("oact")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtSigpending(TypedEvent):
    """rt_sigpending(sigset_t *uset, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("uset", "sigsetsize")
    syscall = "rt_sigpending"
    _arguments = ("uset", "sigsetsize")
    _captures = 1

    @property
    def uset(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("uset")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtSigprocmask(TypedEvent):
    """rt_sigprocmask(int how, sigset_t *nset, sigset_t *oset, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("how", "nset", "oset", "sigsetsize")
    syscall = "rt_sigprocmask"
    _arguments = ("how", "nset", "oset", "sigsetsize")
    _captures = 2

    @property
    def how(self) -> int:
        """int: flags sigprocmask."""
        return self._int("how")

    @property
    def nset(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("nset")
        return value

    @property
    def oset(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("oset")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtSigqueueinfo(TypedEvent):
    """rt_sigqueueinfo(pid_t pid, int sig, siginfo_t *uinfo)"""

    __slots__ = ()
    __match_args__ = ("pid_", "sig", "uinfo")
    syscall = "rt_sigqueueinfo"
    _arguments = ("pid", "sig", "uinfo")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def uinfo(self) -> dict[str, Any] | None:
        """siginfo_t *: struct siginfo."""
        value: dict[str, Any] | None = self._value("uinfo")
        return value


class RtSigreturn(TypedEvent):
    """rt_sigreturn()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "rt_sigreturn"


class RtSigsuspend(TypedEvent):
    """rt_sigsuspend(sigset_t *unewset, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("unewset", "sigsetsize")
    syscall = "rt_sigsuspend"
    _arguments = ("unewset", "sigsetsize")
    _captures = 1

    @property
    def unewset(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("unewset")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtSigtimedwait(TypedEvent):
    """rt_sigtimedwait(const sigset_t *uthese, siginfo_t *uinfo, const struct __kernel_timespec *uts, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("uthese", "uinfo", "uts", "sigsetsize")
    syscall = "rt_sigtimedwait"
    _arguments = ("uthese", "uinfo", "uts", "sigsetsize")
    _captures = 3

    @property
    def uthese(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("uthese")
        return value

    @property
    def uinfo(self) -> dict[str, Any] | None:
        """siginfo_t *: struct siginfo."""
        value: dict[str, Any] | None = self._value("uinfo")
        return value

    @property
    def uts(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("uts")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtSigtimedwaitTime64(TypedEvent):
    """rt_sigtimedwait_time64(const sigset_t *uthese, siginfo_t *uinfo, const struct timespec64 *uts, size_t sigsetsize)"""

    __slots__ = ()
    __match_args__ = ("uthese", "uinfo", "uts", "sigsetsize")
    syscall = "rt_sigtimedwait_time64"
    _arguments = ("uthese", "uinfo", "uts", "sigsetsize")
    _captures = 3

    @property
    def uthese(self) -> list[int] | None:
        """const sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("uthese")
        return value

    @property
    def uinfo(self) -> dict[str, Any] | None:
        """siginfo_t *: struct siginfo."""
        value: dict[str, Any] | None = self._value("uinfo")
        return value

    @property
    def uts(self) -> StructTimespec64 | None:
        """const struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("uts")
        return value

    @property
    def sigsetsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("sigsetsize")


class RtTgsigqueueinfo(TypedEvent):
    """rt_tgsigqueueinfo(pid_t tgid, pid_t pid, int sig, siginfo_t *uinfo)"""

    __slots__ = ()
    __match_args__ = ("tgid", "pid_", "sig", "uinfo")
    syscall = "rt_tgsigqueueinfo"
    _arguments = ("tgid", "pid", "sig", "uinfo")
    _captures = 1

    @property
    def tgid(self) -> int:
        """pid_t: process or thread."""
        return self._int("tgid")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def uinfo(self) -> dict[str, Any] | None:
        """siginfo_t *: struct siginfo."""
        value: dict[str, Any] | None = self._value("uinfo")
        return value


class SchedGetPriorityMax(TypedEvent):
    """sched_get_priority_max(int policy)"""

    __slots__ = ()
    __match_args__ = ("policy",)
    syscall = "sched_get_priority_max"
    _arguments = ("policy",)

    @property
    def policy(self) -> flag_sets.SchedPolicy:
        """int: flags sched_policy."""
        return flag_sets.SchedPolicy(self._int("policy"))


class SchedGetPriorityMin(TypedEvent):
    """sched_get_priority_min(int policy)"""

    __slots__ = ()
    __match_args__ = ("policy",)
    syscall = "sched_get_priority_min"
    _arguments = ("policy",)

    @property
    def policy(self) -> flag_sets.SchedPolicy:
        """int: flags sched_policy."""
        return flag_sets.SchedPolicy(self._int("policy"))


class SchedGetaffinity(TypedEvent):
    """sched_getaffinity(pid_t pid, unsigned int len, unsigned long *user_mask_ptr)"""

    __slots__ = ()
    __match_args__ = ("pid_", "len", "user_mask_ptr")
    syscall = "sched_getaffinity"
    _arguments = ("pid", "len", "user_mask_ptr")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def len(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("len")

    @property
    def user_mask_ptr(self) -> list[int] | None:
        """unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("user_mask_ptr")
        return value


class SchedGetattr(TypedEvent):
    """sched_getattr(pid_t pid, struct sched_attr *uattr, unsigned int usize, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "uattr", "usize", "flags")
    syscall = "sched_getattr"
    _arguments = ("pid", "uattr", "usize", "flags")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def uattr(self) -> StructSchedAttr | None:
        """struct sched_attr *: struct sched_attr."""
        value: StructSchedAttr | None = self._value("uattr")
        return value

    @property
    def usize(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("usize")

    @property
    def flags(self) -> flag_sets.SchedGetattr:
        """unsigned int: flags sched_getattr."""
        return flag_sets.SchedGetattr(self._int("flags"))


class SchedGetparam(TypedEvent):
    """sched_getparam(pid_t pid, struct sched_param *param)"""

    __slots__ = ()
    __match_args__ = ("pid_", "param")
    syscall = "sched_getparam"
    _arguments = ("pid", "param")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def param(self) -> StructSchedParam | None:
        """struct sched_param *: struct sched_param."""
        value: StructSchedParam | None = self._value("param")
        return value


class SchedGetscheduler(TypedEvent):
    """sched_getscheduler(pid_t pid)"""

    __slots__ = ()
    __match_args__ = ("pid_",)
    syscall = "sched_getscheduler"
    _arguments = ("pid",)

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")


class SchedRrGetInterval(TypedEvent):
    """sched_rr_get_interval(pid_t pid, struct __kernel_timespec *interval)"""

    __slots__ = ()
    __match_args__ = ("pid_", "interval")
    syscall = "sched_rr_get_interval"
    _arguments = ("pid", "interval")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def interval(self) -> StructKernelTimespec | None:
        """struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("interval")
        return value


class SchedRrGetIntervalTime64(TypedEvent):
    """sched_rr_get_interval_time64(pid_t pid, struct timespec64 *interval)"""

    __slots__ = ()
    __match_args__ = ("pid_", "interval")
    syscall = "sched_rr_get_interval_time64"
    _arguments = ("pid", "interval")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def interval(self) -> StructTimespec64 | None:
        """struct timespec64 *: struct timespec64."""
        value: StructTimespec64 | None = self._value("interval")
        return value


class SchedSetaffinity(TypedEvent):
    """sched_setaffinity(pid_t pid, unsigned int len, unsigned long *user_mask_ptr)"""

    __slots__ = ()
    __match_args__ = ("pid_", "len", "user_mask_ptr")
    syscall = "sched_setaffinity"
    _arguments = ("pid", "len", "user_mask_ptr")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def len(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("len")

    @property
    def user_mask_ptr(self) -> list[int] | None:
        """unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("user_mask_ptr")
        return value


class SchedSetattr(TypedEvent):
    """sched_setattr(pid_t pid, struct sched_attr *uattr, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("pid_", "uattr", "flags")
    syscall = "sched_setattr"
    _arguments = ("pid", "uattr", "flags")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def uattr(self) -> StructSchedAttr | None:
        """struct sched_attr *: struct sched_attr."""
        value: StructSchedAttr | None = self._value("uattr")
        return value

    @property
    def flags(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("flags")


class SchedSetparam(TypedEvent):
    """sched_setparam(pid_t pid, struct sched_param *param)"""

    __slots__ = ()
    __match_args__ = ("pid_", "param")
    syscall = "sched_setparam"
    _arguments = ("pid", "param")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def param(self) -> StructSchedParam | None:
        """struct sched_param *: struct sched_param."""
        value: StructSchedParam | None = self._value("param")
        return value


class SchedSetscheduler(TypedEvent):
    """sched_setscheduler(pid_t pid, int policy, struct sched_param *param)"""

    __slots__ = ()
    __match_args__ = ("pid_", "policy", "param")
    syscall = "sched_setscheduler"
    _arguments = ("pid", "policy", "param")
    _captures = 1

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def policy(self) -> flag_sets.SchedPolicy:
        """int: flags sched_policy."""
        return flag_sets.SchedPolicy(self._int("policy"))

    @property
    def param(self) -> StructSchedParam | None:
        """struct sched_param *: struct sched_param."""
        value: StructSchedParam | None = self._value("param")
        return value


class SchedYield(TypedEvent):
    """sched_yield()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "sched_yield"


class Seccomp(TypedEvent):
    """seccomp(unsigned int op, unsigned int flags, void *uargs)"""

    __slots__ = ()
    __match_args__ = ("op", "flags", "uargs")
    syscall = "seccomp"
    _arguments = ("op", "flags", "uargs")
    _captures = 1

    @property
    def op(self) -> int:
        """unsigned int: flags seccomp."""
        return self._int("op")

    @property
    def flags(self) -> flag_sets.SeccompFlags:
        """unsigned int: flags seccomp_flags."""
        return flag_sets.SeccompFlags(self._int("flags"))

    @property
    def uargs(self) -> Any:
        """void *: address, or by op."""
        return self._value("uargs")


class Security(TypedEvent):
    """security(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "security"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Select(TypedEvent):
    """select(int n, fd_set *inp, fd_set *outp, fd_set *exp, struct __kernel_old_timeval *tvp)"""

    __slots__ = ()
    __match_args__ = ("n", "inp", "outp", "exp", "tvp")
    syscall = "select"
    _arguments = ("n", "inp", "outp", "exp", "tvp")
    _captures = 8

    @property
    def n(self) -> int:
        """int: number."""
        return self._int("n")

    @property
    def inp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("inp")
        return value

    @property
    def outp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("outp")
        return value

    @property
    def exp(self) -> list[int] | None:
        """fd_set *: array of numbers, in hex."""
        value: list[int] | None = self._value("exp")
        return value

    @property
    def tvp(self) -> StructKernelOldTimeval | None:
        """struct __kernel_old_timeval *: struct __kernel_old_timeval."""
        value: StructKernelOldTimeval | None = self._value("tvp")
        return value


class Semctl(TypedEvent):
    """semctl(int semid, int semnum, int cmd, unsigned long arg)"""

    __slots__ = ()
    __match_args__ = ("semid", "semnum", "cmd", "arg")
    syscall = "semctl"
    _arguments = ("semid", "semnum", "cmd", "arg")
    _captures = 1

    @property
    def semid(self) -> int:
        """int: number."""
        return self._int("semid")

    @property
    def semnum(self) -> int:
        """int: number."""
        return self._int("semnum")

    @property
    def cmd(self) -> int:
        """int: flags semctl."""
        return self._int("cmd")

    @property
    def arg(self) -> Any:
        """unsigned long: number, in hex, or by cmd."""
        return self._value("arg")


class Semget(TypedEvent):
    """semget(key_t key, int nsems, int semflg)"""

    __slots__ = ()
    __match_args__ = ("key", "nsems", "semflg")
    syscall = "semget"
    _arguments = ("key", "nsems", "semflg")

    @property
    def key(self) -> int:
        """key_t: number, in hex or flags ipc_key."""
        return self._int("key")

    @property
    def nsems(self) -> int:
        """int: number."""
        return self._int("nsems")

    @property
    def semflg(self) -> flag_sets.Semget:
        """int: flags semget."""
        return flag_sets.Semget(self._int("semflg"))


class Semop(TypedEvent):
    """semop(int semid, struct sembuf *tsops, unsigned int nsops)"""

    __slots__ = ()
    __match_args__ = ("semid", "tsops", "nsops")
    syscall = "semop"
    _arguments = ("semid", "tsops", "nsops")
    _captures = 1

    @property
    def semid(self) -> int:
        """int: number."""
        return self._int("semid")

    @property
    def tsops(self) -> list[StructSembuf] | None:
        """struct sembuf *: array of struct sembuf."""
        value: list[StructSembuf] | None = self._value("tsops")
        return value

    @property
    def nsops(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nsops")


class Semtimedop(TypedEvent):
    """semtimedop(int semid, struct sembuf *tsops, unsigned int nsops, const struct __kernel_timespec *timeout)"""

    __slots__ = ()
    __match_args__ = ("semid", "tsops", "nsops", "timeout")
    syscall = "semtimedop"
    _arguments = ("semid", "tsops", "nsops", "timeout")
    _captures = 2

    @property
    def semid(self) -> int:
        """int: number."""
        return self._int("semid")

    @property
    def tsops(self) -> list[StructSembuf] | None:
        """struct sembuf *: array of struct sembuf."""
        value: list[StructSembuf] | None = self._value("tsops")
        return value

    @property
    def nsops(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nsops")

    @property
    def timeout(self) -> StructKernelTimespec | None:
        """const struct __kernel_timespec *: struct __kernel_timespec."""
        value: StructKernelTimespec | None = self._value("timeout")
        return value


class SemtimedopTime64(TypedEvent):
    """semtimedop_time64(int semid, struct sembuf *tsops, unsigned int nsops, const struct __kernel_timespec *timeout)"""

    __slots__ = ()
    __match_args__ = ("semid", "tsops", "nsops", "timeout")
    syscall = "semtimedop_time64"
    _arguments = ("semid", "tsops", "nsops", "timeout")
    _captures = 2

    @property
    def semid(self) -> int:
        """int: number."""
        return self._int("semid")

    @property
    def tsops(self) -> list[StructSembuf] | None:
        """struct sembuf *: array of struct sembuf."""
        value: list[StructSembuf] | None = self._value("tsops")
        return value

    @property
    def nsops(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("nsops")

    @property
    def timeout(self) -> StructTimespec64 | None:
        """const struct __kernel_timespec *: struct timespec64."""
        value: StructTimespec64 | None = self._value("timeout")
        return value


class Sendfile(TypedEvent):
    """sendfile(int out_fd, int in_fd, loff_t *offset, size_t count)"""

    __slots__ = ()
    __match_args__ = ("out_fd", "in_fd", "offset", "count")
    syscall = "sendfile"
    _arguments = ("out_fd", "in_fd", "offset", "count")
    _captures = 2

    @property
    def out_fd(self) -> int:
        """int: file descriptor."""
        return self._int("out_fd")

    @property
    def in_fd(self) -> int:
        """int: file descriptor."""
        return self._int("in_fd")

    @property
    def offset(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("offset")
        return value

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")


class Sendfile64(TypedEvent):
    """sendfile64(int out_fd, int in_fd, loff_t *offset, size_t count)"""

    __slots__ = ()
    __match_args__ = ("out_fd", "in_fd", "offset", "count")
    syscall = "sendfile64"
    _arguments = ("out_fd", "in_fd", "offset", "count")
    _captures = 2

    @property
    def out_fd(self) -> int:
        """int: file descriptor."""
        return self._int("out_fd")

    @property
    def in_fd(self) -> int:
        """int: file descriptor."""
        return self._int("in_fd")

    @property
    def offset(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("offset")
        return value

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")


class Sendmmsg(TypedEvent):
    """sendmmsg(int fd, struct mmsghdr *mmsg, unsigned int vlen, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "mmsg", "vlen", "flags")
    syscall = "sendmmsg"
    _arguments = ("fd", "mmsg", "vlen", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def mmsg(self) -> list[dict[str, Any]] | None:
        """struct mmsghdr *: messages."""
        value: list[dict[str, Any]] | None = self._value("mmsg")
        return value

    @property
    def vlen(self) -> int:
        """unsigned int: unsigned number."""
        return self._int("vlen")

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))


class Sendmsg(TypedEvent):
    """sendmsg(int fd, struct user_msghdr *msg, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "msg", "flags")
    syscall = "sendmsg"
    _arguments = ("fd", "msg", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def msg(self) -> Msghdr | None:
        """struct user_msghdr *: message."""
        value: Msghdr | None = self._value("msg")
        return value

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))


class Sendto(TypedEvent):
    """sendto(int fd, void *buff, size_t len, unsigned int flags, struct sockaddr *addr, int addr_len)"""

    __slots__ = ()
    __match_args__ = ("fd", "buff", "len", "flags", "addr", "addr_len")
    syscall = "sendto"
    _arguments = ("fd", "buff", "len", "flags", "addr", "addr_len")
    _captures = 2

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def buff(self) -> bytes | None:
        """void *: bytes."""
        return self._bytes("buff")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Msg:
        """unsigned int: flags msg."""
        return flag_sets.Msg(self._int("flags"))

    @property
    def addr(self) -> dict[str, Any] | None:
        """struct sockaddr *: struct sockaddr."""
        value: dict[str, Any] | None = self._value("addr")
        return value

    @property
    def addr_len(self) -> int:
        """int: number."""
        return self._int("addr_len")


class SetMempolicy(TypedEvent):
    """set_mempolicy(int mode, const unsigned long *nmask, unsigned long maxnode)"""

    __slots__ = ()
    __match_args__ = ("mode", "nmask", "maxnode")
    syscall = "set_mempolicy"
    _arguments = ("mode", "nmask", "maxnode")
    _captures = 1

    @property
    def mode(self) -> flag_sets.Mempolicy:
        """int: flags mempolicy."""
        return flag_sets.Mempolicy(self._int("mode"))

    @property
    def nmask(self) -> list[int] | None:
        """const unsigned long *: array of numbers, in hex."""
        value: list[int] | None = self._value("nmask")
        return value

    @property
    def maxnode(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("maxnode")


class SetMempolicyHomeNode(TypedEvent):
    """set_mempolicy_home_node(unsigned long start, unsigned long len, unsigned long home_node, unsigned long flags)"""

    __slots__ = ()
    __match_args__ = ("start", "len", "home_node", "flags")
    syscall = "set_mempolicy_home_node"
    _arguments = ("start", "len", "home_node", "flags")

    @property
    def start(self) -> int:
        """unsigned long: address."""
        return self._int("start")

    @property
    def len(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("len")

    @property
    def home_node(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("home_node")

    @property
    def flags(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("flags")


class SetRobustList(TypedEvent):
    """set_robust_list(struct robust_list_head *head, size_t len)"""

    __slots__ = ()
    __match_args__ = ("head", "len")
    syscall = "set_robust_list"
    _arguments = ("head", "len")
    _captures = 1

    @property
    def head(self) -> StructRobustListHead | None:
        """struct robust_list_head *: struct robust_list_head."""
        value: StructRobustListHead | None = self._value("head")
        return value

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")


class SetThreadArea(TypedEvent):
    """set_thread_area(struct user_desc *u_info)"""

    __slots__ = ()
    __match_args__ = ("u_info",)
    syscall = "set_thread_area"
    _arguments = ("u_info",)
    _captures = 1

    @property
    def u_info(self) -> StructUserDesc | None:
        """struct user_desc *: struct user_desc."""
        value: StructUserDesc | None = self._value("u_info")
        return value


class SetTidAddress(TypedEvent):
    """set_tid_address(int *tidptr)"""

    __slots__ = ()
    __match_args__ = ("tidptr",)
    syscall = "set_tid_address"
    _arguments = ("tidptr",)
    _captures = 1

    @property
    def tidptr(self) -> list[int] | None:
        """int *: array of numbers."""
        value: list[int] | None = self._value("tidptr")
        return value


class Setdomainname(TypedEvent):
    """setdomainname(char *name, int len)"""

    __slots__ = ()
    __match_args__ = ("name", "len")
    syscall = "setdomainname"
    _arguments = ("name", "len")
    _captures = 1

    @property
    def name(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("name")

    @property
    def len(self) -> int:
        """int: number."""
        return self._int("len")


class Setfsgid(TypedEvent):
    """setfsgid(gid_t gid)"""

    __slots__ = ()
    __match_args__ = ("gid_",)
    syscall = "setfsgid"
    _arguments = ("gid",)

    @property
    def gid_(self) -> int:
        """gid_t: group id."""
        return self._int("gid")


class Setfsgid32(TypedEvent):
    """setfsgid32(gid_t gid)"""

    __slots__ = ()
    __match_args__ = ("gid_",)
    syscall = "setfsgid32"
    _arguments = ("gid",)

    @property
    def gid_(self) -> int:
        """gid_t: group id."""
        return self._int("gid")


class Setfsuid(TypedEvent):
    """setfsuid(uid_t uid)"""

    __slots__ = ()
    __match_args__ = ("uid_",)
    syscall = "setfsuid"
    _arguments = ("uid",)

    @property
    def uid_(self) -> int:
        """uid_t: user id."""
        return self._int("uid")


class Setfsuid32(TypedEvent):
    """setfsuid32(uid_t uid)"""

    __slots__ = ()
    __match_args__ = ("uid_",)
    syscall = "setfsuid32"
    _arguments = ("uid",)

    @property
    def uid_(self) -> int:
        """uid_t: user id."""
        return self._int("uid")


class Setgid(TypedEvent):
    """setgid(gid_t gid)"""

    __slots__ = ()
    __match_args__ = ("gid_",)
    syscall = "setgid"
    _arguments = ("gid",)

    @property
    def gid_(self) -> int:
        """gid_t: group id."""
        return self._int("gid")


class Setgid32(TypedEvent):
    """setgid32(gid_t gid)"""

    __slots__ = ()
    __match_args__ = ("gid_",)
    syscall = "setgid32"
    _arguments = ("gid",)

    @property
    def gid_(self) -> int:
        """gid_t: group id."""
        return self._int("gid")


class Setgroups(TypedEvent):
    """setgroups(int gidsetsize, gid_t *grouplist)"""

    __slots__ = ()
    __match_args__ = ("gidsetsize", "grouplist")
    syscall = "setgroups"
    _arguments = ("gidsetsize", "grouplist")
    _captures = 1

    @property
    def gidsetsize(self) -> int:
        """int: number."""
        return self._int("gidsetsize")

    @property
    def grouplist(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("grouplist")
        return value


class Setgroups32(TypedEvent):
    """setgroups32(int gidsetsize, gid_t *grouplist)"""

    __slots__ = ()
    __match_args__ = ("gidsetsize", "grouplist")
    syscall = "setgroups32"
    _arguments = ("gidsetsize", "grouplist")
    _captures = 1

    @property
    def gidsetsize(self) -> int:
        """int: number."""
        return self._int("gidsetsize")

    @property
    def grouplist(self) -> list[int] | None:
        """gid_t *: array of group ids."""
        value: list[int] | None = self._value("grouplist")
        return value


class Sethostname(TypedEvent):
    """sethostname(char *name, int len)"""

    __slots__ = ()
    __match_args__ = ("name", "len")
    syscall = "sethostname"
    _arguments = ("name", "len")
    _captures = 1

    @property
    def name(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("name")

    @property
    def len(self) -> int:
        """int: number."""
        return self._int("len")


class Setitimer(TypedEvent):
    """setitimer(int which, struct __kernel_old_itimerval *value, struct __kernel_old_itimerval *ovalue)"""

    __slots__ = ()
    __match_args__ = ("which", "value", "ovalue")
    syscall = "setitimer"
    _arguments = ("which", "value", "ovalue")
    _captures = 2

    @property
    def which(self) -> int:
        """int: flags itimer."""
        return self._int("which")

    @property
    def value(self) -> StructKernelOldItimerval | None:
        """struct __kernel_old_itimerval *: struct __kernel_old_itimerval."""
        value: StructKernelOldItimerval | None = self._value("value")
        return value

    @property
    def ovalue(self) -> StructKernelOldItimerval | None:
        """struct __kernel_old_itimerval *: struct __kernel_old_itimerval."""
        value: StructKernelOldItimerval | None = self._value("ovalue")
        return value


class Setns(TypedEvent):
    """setns(int fd, int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "flags")
    syscall = "setns"
    _arguments = ("fd", "flags")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def flags(self) -> flag_sets.Setns:
        """int: flags setns."""
        return flag_sets.Setns(self._int("flags"))


class Setpgid(TypedEvent):
    """setpgid(pid_t pid, pid_t pgid)"""

    __slots__ = ()
    __match_args__ = ("pid_", "pgid")
    syscall = "setpgid"
    _arguments = ("pid", "pgid")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def pgid(self) -> int:
        """pid_t: process or thread."""
        return self._int("pgid")


class Setpriority(TypedEvent):
    """setpriority(int which, int who, int niceval)"""

    __slots__ = ()
    __match_args__ = ("which", "who", "niceval")
    syscall = "setpriority"
    _arguments = ("which", "who", "niceval")

    @property
    def which(self) -> int:
        """int: flags priority."""
        return self._int("which")

    @property
    def who(self) -> Any:
        """int: process or thread, or by which."""
        return self._value("who")

    @property
    def niceval(self) -> int:
        """int: number."""
        return self._int("niceval")


class Setregid(TypedEvent):
    """setregid(gid_t rgid, gid_t egid)"""

    __slots__ = ()
    __match_args__ = ("rgid", "egid")
    syscall = "setregid"
    _arguments = ("rgid", "egid")

    @property
    def rgid(self) -> int:
        """gid_t: group id."""
        return self._int("rgid")

    @property
    def egid(self) -> int:
        """gid_t: group id."""
        return self._int("egid")


class Setregid32(TypedEvent):
    """setregid32(gid_t rgid, gid_t egid)"""

    __slots__ = ()
    __match_args__ = ("rgid", "egid")
    syscall = "setregid32"
    _arguments = ("rgid", "egid")

    @property
    def rgid(self) -> int:
        """gid_t: group id."""
        return self._int("rgid")

    @property
    def egid(self) -> int:
        """gid_t: group id."""
        return self._int("egid")


class Setresgid(TypedEvent):
    """setresgid(gid_t rgid, gid_t egid, gid_t sgid)"""

    __slots__ = ()
    __match_args__ = ("rgid", "egid", "sgid")
    syscall = "setresgid"
    _arguments = ("rgid", "egid", "sgid")

    @property
    def rgid(self) -> int:
        """gid_t: group id."""
        return self._int("rgid")

    @property
    def egid(self) -> int:
        """gid_t: group id."""
        return self._int("egid")

    @property
    def sgid(self) -> int:
        """gid_t: group id."""
        return self._int("sgid")


class Setresgid32(TypedEvent):
    """setresgid32(gid_t rgid, gid_t egid, gid_t sgid)"""

    __slots__ = ()
    __match_args__ = ("rgid", "egid", "sgid")
    syscall = "setresgid32"
    _arguments = ("rgid", "egid", "sgid")

    @property
    def rgid(self) -> int:
        """gid_t: group id."""
        return self._int("rgid")

    @property
    def egid(self) -> int:
        """gid_t: group id."""
        return self._int("egid")

    @property
    def sgid(self) -> int:
        """gid_t: group id."""
        return self._int("sgid")


class Setresuid(TypedEvent):
    """setresuid(uid_t ruid, uid_t euid, uid_t suid)"""

    __slots__ = ()
    __match_args__ = ("ruid", "euid", "suid")
    syscall = "setresuid"
    _arguments = ("ruid", "euid", "suid")

    @property
    def ruid(self) -> int:
        """uid_t: user id."""
        return self._int("ruid")

    @property
    def euid(self) -> int:
        """uid_t: user id."""
        return self._int("euid")

    @property
    def suid(self) -> int:
        """uid_t: user id."""
        return self._int("suid")


class Setresuid32(TypedEvent):
    """setresuid32(uid_t ruid, uid_t euid, uid_t suid)"""

    __slots__ = ()
    __match_args__ = ("ruid", "euid", "suid")
    syscall = "setresuid32"
    _arguments = ("ruid", "euid", "suid")

    @property
    def ruid(self) -> int:
        """uid_t: user id."""
        return self._int("ruid")

    @property
    def euid(self) -> int:
        """uid_t: user id."""
        return self._int("euid")

    @property
    def suid(self) -> int:
        """uid_t: user id."""
        return self._int("suid")


class Setreuid(TypedEvent):
    """setreuid(uid_t ruid, uid_t euid)"""

    __slots__ = ()
    __match_args__ = ("ruid", "euid")
    syscall = "setreuid"
    _arguments = ("ruid", "euid")

    @property
    def ruid(self) -> int:
        """uid_t: user id."""
        return self._int("ruid")

    @property
    def euid(self) -> int:
        """uid_t: user id."""
        return self._int("euid")


class Setreuid32(TypedEvent):
    """setreuid32(uid_t ruid, uid_t euid)"""

    __slots__ = ()
    __match_args__ = ("ruid", "euid")
    syscall = "setreuid32"
    _arguments = ("ruid", "euid")

    @property
    def ruid(self) -> int:
        """uid_t: user id."""
        return self._int("ruid")

    @property
    def euid(self) -> int:
        """uid_t: user id."""
        return self._int("euid")


class Setrlimit(TypedEvent):
    """setrlimit(unsigned int resource, struct rlimit *rlim)"""

    __slots__ = ()
    __match_args__ = ("resource", "rlim")
    syscall = "setrlimit"
    _arguments = ("resource", "rlim")
    _captures = 1

    @property
    def resource(self) -> int:
        """unsigned int: flags rlimit."""
        return self._int("resource")

    @property
    def rlim(self) -> StructRlimit | None:
        """struct rlimit *: struct rlimit."""
        value: StructRlimit | None = self._value("rlim")
        return value


class Setsid(TypedEvent):
    """setsid()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "setsid"


class Setsockopt(TypedEvent):
    """setsockopt(int fd, int level, int optname, char *optval, int optlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "level", "optname", "optval", "optlen")
    syscall = "setsockopt"
    _arguments = ("fd", "level", "optname", "optval", "optlen")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def level(self) -> int:
        """int: flags socket_level."""
        return self._int("level")

    @property
    def optname(self) -> Any:
        """int: number, or by level."""
        return self._value("optname")

    @property
    def optval(self) -> Any:
        """char *: array of one number, or by level."""
        return self._value("optval")

    @property
    def optlen(self) -> int:
        """int: number."""
        return self._int("optlen")


class Settimeofday(TypedEvent):
    """settimeofday(struct __kernel_old_timeval *tv, struct timezone *tz)"""

    __slots__ = ()
    __match_args__ = ("tv", "tz")
    syscall = "settimeofday"
    _arguments = ("tv", "tz")
    _captures = 2

    @property
    def tv(self) -> StructKernelOldTimeval | None:
        """struct __kernel_old_timeval *: struct __kernel_old_timeval."""
        value: StructKernelOldTimeval | None = self._value("tv")
        return value

    @property
    def tz(self) -> StructTimezone | None:
        """struct timezone *: struct timezone."""
        value: StructTimezone | None = self._value("tz")
        return value


class Setuid(TypedEvent):
    """setuid(uid_t uid)"""

    __slots__ = ()
    __match_args__ = ("uid_",)
    syscall = "setuid"
    _arguments = ("uid",)

    @property
    def uid_(self) -> int:
        """uid_t: user id."""
        return self._int("uid")


class Setuid32(TypedEvent):
    """setuid32(uid_t uid)"""

    __slots__ = ()
    __match_args__ = ("uid_",)
    syscall = "setuid32"
    _arguments = ("uid",)

    @property
    def uid_(self) -> int:
        """uid_t: user id."""
        return self._int("uid")


class Setxattr(TypedEvent):
    """setxattr(const char *pathname, const char *name, const void *value, size_t size, int flags)"""

    __slots__ = ()
    __match_args__ = ("pathname", "name", "value", "size", "flags")
    syscall = "setxattr"
    _arguments = ("pathname", "name", "value", "size", "flags")
    _captures = 3

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def value(self) -> bytes | None:
        """const void *: bytes."""
        return self._bytes("value")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")

    @property
    def flags(self) -> flag_sets.Xattr:
        """int: flags xattr."""
        return flag_sets.Xattr(self._int("flags"))


class Setxattrat(TypedEvent):
    """setxattrat(int dfd, const char *pathname, unsigned int at_flags, const char *name, const struct xattr_args *uargs, size_t usize)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "at_flags", "name", "uargs", "usize")
    syscall = "setxattrat"
    _arguments = ("dfd", "pathname", "at_flags", "name", "uargs", "usize")
    _captures = 3

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def at_flags(self) -> flag_sets.At:
        """unsigned int: flags at."""
        return flag_sets.At(self._int("at_flags"))

    @property
    def name(self) -> str | None:
        """const char *: string."""
        return self._string("name")

    @property
    def uargs(self) -> StructXattrArgs | None:
        """const struct xattr_args *: struct xattr_args."""
        value: StructXattrArgs | None = self._value("uargs")
        return value

    @property
    def usize(self) -> int:
        """size_t: unsigned number."""
        return self._int("usize")


class Sgetmask(TypedEvent):
    """sgetmask()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "sgetmask"


class Shmat(TypedEvent):
    """shmat(int shmid, char *shmaddr, int shmflg)"""

    __slots__ = ()
    __match_args__ = ("shmid", "shmaddr", "shmflg")
    syscall = "shmat"
    _arguments = ("shmid", "shmaddr", "shmflg")

    @property
    def shmid(self) -> int:
        """int: number."""
        return self._int("shmid")

    @property
    def shmaddr(self) -> int:
        """char *: address."""
        return self._int("shmaddr")

    @property
    def shmflg(self) -> flag_sets.Shmat:
        """int: flags shmat."""
        return flag_sets.Shmat(self._int("shmflg"))


class Shmctl(TypedEvent):
    """shmctl(int shmid, int cmd, struct shmid_ds *buf)"""

    __slots__ = ()
    __match_args__ = ("shmid", "cmd", "buf")
    syscall = "shmctl"
    _arguments = ("shmid", "cmd", "buf")
    _captures = 1

    @property
    def shmid(self) -> int:
        """int: number."""
        return self._int("shmid")

    @property
    def cmd(self) -> int:
        """int: flags shmctl."""
        return self._int("cmd")

    @property
    def buf(self) -> Any:
        """struct shmid_ds *: address, or by cmd."""
        return self._value("buf")


class Shmdt(TypedEvent):
    """shmdt(char *shmaddr)"""

    __slots__ = ()
    __match_args__ = ("shmaddr",)
    syscall = "shmdt"
    _arguments = ("shmaddr",)

    @property
    def shmaddr(self) -> int:
        """char *: address."""
        return self._int("shmaddr")


class Shmget(TypedEvent):
    """shmget(key_t key, size_t size, int shmflg)"""

    __slots__ = ()
    __match_args__ = ("key", "size", "shmflg")
    syscall = "shmget"
    _arguments = ("key", "size", "shmflg")

    @property
    def key(self) -> int:
        """key_t: number, in hex or flags ipc_key."""
        return self._int("key")

    @property
    def size(self) -> int:
        """size_t: unsigned number."""
        return self._int("size")

    @property
    def shmflg(self) -> flag_sets.Shmget:
        """int: flags shmget."""
        return flag_sets.Shmget(self._int("shmflg"))


class Shutdown(TypedEvent):
    """shutdown(int fd, int how)"""

    __slots__ = ()
    __match_args__ = ("fd", "how")
    syscall = "shutdown"
    _arguments = ("fd", "how")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def how(self) -> int:
        """int: flags shutdown."""
        return self._int("how")


class Sigaction(TypedEvent):
    """sigaction(int sig, const struct compat_old_sigaction *act, struct compat_old_sigaction *oact)"""

    __slots__ = ()
    __match_args__ = ("sig", "act", "oact")
    syscall = "sigaction"
    _arguments = ("sig", "act", "oact")
    _captures = 2

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def act(self) -> StructCompatOldSigaction | None:
        """const struct compat_old_sigaction *: struct compat_old_sigaction."""
        value: StructCompatOldSigaction | None = self._value("act")
        return value

    @property
    def oact(self) -> StructCompatOldSigaction | None:
        """struct compat_old_sigaction *: struct compat_old_sigaction."""
        value: StructCompatOldSigaction | None = self._value("oact")
        return value


class Sigaltstack(TypedEvent):
    """sigaltstack(const stack_t *uss, stack_t *uoss)"""

    __slots__ = ()
    __match_args__ = ("uss", "uoss")
    syscall = "sigaltstack"
    _arguments = ("uss", "uoss")
    _captures = 2

    @property
    def uss(self) -> StructSigaltstack | None:
        """const stack_t *: struct sigaltstack."""
        value: StructSigaltstack | None = self._value("uss")
        return value

    @property
    def uoss(self) -> StructSigaltstack | None:
        """stack_t *: struct sigaltstack."""
        value: StructSigaltstack | None = self._value("uoss")
        return value


class Signal(TypedEvent):
    """signal(int sig, void *handler)"""

    __slots__ = ()
    __match_args__ = ("sig", "handler")
    syscall = "signal"
    _arguments = ("sig", "handler")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")

    @property
    def handler(self) -> int:
        """void *: address."""
        return self._int("handler")


class Signalfd(TypedEvent):
    """signalfd(int ufd, sigset_t *user_mask, size_t sizemask)"""

    __slots__ = ()
    __match_args__ = ("ufd", "user_mask", "sizemask")
    syscall = "signalfd"
    _arguments = ("ufd", "user_mask", "sizemask")
    _captures = 1

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def user_mask(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("user_mask")
        return value

    @property
    def sizemask(self) -> int:
        """size_t: unsigned number."""
        return self._int("sizemask")


class Signalfd4(TypedEvent):
    """signalfd4(int ufd, sigset_t *user_mask, size_t sizemask, int flags)"""

    __slots__ = ()
    __match_args__ = ("ufd", "user_mask", "sizemask", "flags")
    syscall = "signalfd4"
    _arguments = ("ufd", "user_mask", "sizemask", "flags")
    _captures = 1

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def user_mask(self) -> list[int] | None:
        """sigset_t *: array of signals of flags signal."""
        value: list[int] | None = self._value("user_mask")
        return value

    @property
    def sizemask(self) -> int:
        """size_t: unsigned number."""
        return self._int("sizemask")

    @property
    def flags(self) -> flag_sets.Signalfd:
        """int: flags signalfd."""
        return flag_sets.Signalfd(self._int("flags"))


class Sigpending(TypedEvent):
    """sigpending(old_sigset_t *uset)"""

    __slots__ = ()
    __match_args__ = ("uset",)
    syscall = "sigpending"
    _arguments = ("uset",)
    _captures = 1

    @property
    def uset(self) -> list[int] | None:
        """old_sigset_t *: array of numbers, in hex."""
        value: list[int] | None = self._value("uset")
        return value


class Sigprocmask(TypedEvent):
    """sigprocmask(int how, old_sigset_t *nset, old_sigset_t *oset)"""

    __slots__ = ()
    __match_args__ = ("how", "nset", "oset")
    syscall = "sigprocmask"
    _arguments = ("how", "nset", "oset")
    _captures = 2

    @property
    def how(self) -> int:
        """int: flags sigprocmask."""
        return self._int("how")

    @property
    def nset(self) -> list[int] | None:
        """old_sigset_t *: array of numbers, in hex."""
        value: list[int] | None = self._value("nset")
        return value

    @property
    def oset(self) -> list[int] | None:
        """old_sigset_t *: array of numbers, in hex."""
        value: list[int] | None = self._value("oset")
        return value


class Sigreturn(TypedEvent):
    """sigreturn()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "sigreturn"


class Sigsuspend(TypedEvent):
    """sigsuspend(int unused1, int unused2, unsigned long mask)"""

    __slots__ = ()
    __match_args__ = ("unused1", "unused2", "mask")
    syscall = "sigsuspend"
    _arguments = ("unused1", "unused2", "mask")

    @property
    def unused1(self) -> int:
        """int: number."""
        return self._int("unused1")

    @property
    def unused2(self) -> int:
        """int: number."""
        return self._int("unused2")

    @property
    def mask(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("mask")


class Socket(TypedEvent):
    """socket(int family, int type, int protocol)"""

    __slots__ = ()
    __match_args__ = ("family", "type", "protocol")
    syscall = "socket"
    _arguments = ("family", "type", "protocol")

    @property
    def family(self) -> int:
        """int: flags socket_family."""
        return self._int("family")

    @property
    def type(self) -> flag_sets.SocketType:
        """int: flags socket_type."""
        return flag_sets.SocketType(self._int("type"))

    @property
    def protocol(self) -> Any:
        """int: number, or by family."""
        return self._value("protocol")


class Socketcall(TypedEvent):
    """socketcall(int call, unsigned long *args)"""

    __slots__ = ()
    __match_args__ = ("call", "args_")
    syscall = "socketcall"
    _arguments = ("call", "args")
    _captures = 1

    @property
    def call(self) -> int:
        """int: flags socketcall."""
        return self._int("call")

    @property
    def args_(self) -> Any:
        """unsigned long *: address, or by call."""
        return self._value("args")


class Socketpair(TypedEvent):
    """socketpair(int family, int type, int protocol, int *usockvec)"""

    __slots__ = ()
    __match_args__ = ("family", "type", "protocol", "usockvec")
    syscall = "socketpair"
    _arguments = ("family", "type", "protocol", "usockvec")
    _captures = 1

    @property
    def family(self) -> int:
        """int: flags socket_family."""
        return self._int("family")

    @property
    def type(self) -> flag_sets.SocketType:
        """int: flags socket_type."""
        return flag_sets.SocketType(self._int("type"))

    @property
    def protocol(self) -> int:
        """int: number."""
        return self._int("protocol")

    @property
    def usockvec(self) -> list[int] | None:
        """int *: array of file descriptors."""
        value: list[int] | None = self._value("usockvec")
        return value


class Splice(TypedEvent):
    """splice(int fd_in, loff_t *off_in, int fd_out, loff_t *off_out, size_t len, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd_in", "off_in", "fd_out", "off_out", "len", "flags")
    syscall = "splice"
    _arguments = ("fd_in", "off_in", "fd_out", "off_out", "len", "flags")
    _captures = 4

    @property
    def fd_in(self) -> int:
        """int: file descriptor."""
        return self._int("fd_in")

    @property
    def off_in(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("off_in")
        return value

    @property
    def fd_out(self) -> int:
        """int: file descriptor."""
        return self._int("fd_out")

    @property
    def off_out(self) -> list[int] | None:
        """loff_t *: array of numbers."""
        value: list[int] | None = self._value("off_out")
        return value

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Splice:
        """unsigned int: flags splice."""
        return flag_sets.Splice(self._int("flags"))


class Ssetmask(TypedEvent):
    """ssetmask(int newmask)"""

    __slots__ = ()
    __match_args__ = ("newmask",)
    syscall = "ssetmask"
    _arguments = ("newmask",)

    @property
    def newmask(self) -> int:
        """int: number, in hex."""
        return self._int("newmask")


class Stat(TypedEvent):
    """stat(const char *filename, struct stat *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "stat"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat | None:
        """struct stat *: struct stat."""
        value: StructStat | None = self._value("statbuf")
        return value


class Stat64(TypedEvent):
    """stat64(const char *filename, struct stat64 *statbuf)"""

    __slots__ = ()
    __match_args__ = ("filename", "statbuf")
    syscall = "stat64"
    _arguments = ("filename", "statbuf")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def statbuf(self) -> StructStat64 | None:
        """struct stat64 *: struct stat64."""
        value: StructStat64 | None = self._value("statbuf")
        return value


class Statfs(TypedEvent):
    """statfs(const char *pathname, struct statfs *buf)"""

    __slots__ = ()
    __match_args__ = ("pathname", "buf")
    syscall = "statfs"
    _arguments = ("pathname", "buf")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def buf(self) -> StructStatfs | None:
        """struct statfs *: struct statfs."""
        value: StructStatfs | None = self._value("buf")
        return value


class Statfs64(TypedEvent):
    """statfs64(const char *pathname, size_t sz, struct statfs64 *buf)"""

    __slots__ = ()
    __match_args__ = ("pathname", "sz", "buf")
    syscall = "statfs64"
    _arguments = ("pathname", "sz", "buf")
    _captures = 2

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def sz(self) -> int:
        """size_t: unsigned number."""
        return self._int("sz")

    @property
    def buf(self) -> StructStatfs64 | None:
        """struct statfs64 *: struct statfs64."""
        value: StructStatfs64 | None = self._value("buf")
        return value


class Statmount(TypedEvent):
    """statmount(const struct mnt_id_req *req, struct statmount *buf, size_t bufsize, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("req", "buf", "bufsize", "flags")
    syscall = "statmount"
    _arguments = ("req", "buf", "bufsize", "flags")
    _captures = 2

    @property
    def req(self) -> StructMntIdReqStatmount | None:
        """const struct mnt_id_req *: struct mnt_id_req_statmount."""
        value: StructMntIdReqStatmount | None = self._value("req")
        return value

    @property
    def buf(self) -> StructStatmount | None:
        """struct statmount *: struct statmount."""
        value: StructStatmount | None = self._value("buf")
        return value

    @property
    def bufsize(self) -> int:
        """size_t: unsigned number."""
        return self._int("bufsize")

    @property
    def flags(self) -> flag_sets.StatmountFlags:
        """unsigned int: flags statmount_flags."""
        return flag_sets.StatmountFlags(self._int("flags"))


class Statx(TypedEvent):
    """statx(int dfd, const char *filename, unsigned flags, unsigned int mask, struct statx *buffer)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "flags", "mask", "buffer")
    syscall = "statx"
    _arguments = ("dfd", "filename", "flags", "mask", "buffer")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def flags(self) -> flag_sets.StatxFlags:
        """unsigned: flags statx_flags."""
        return flag_sets.StatxFlags(self._int("flags"))

    @property
    def mask(self) -> flag_sets.Statx:
        """unsigned int: flags statx."""
        return flag_sets.Statx(self._int("mask"))

    @property
    def buffer(self) -> StructStatx | None:
        """struct statx *: struct statx."""
        value: StructStatx | None = self._value("buffer")
        return value


class Stime(TypedEvent):
    """stime(__kernel_old_time_t *tptr)"""

    __slots__ = ()
    __match_args__ = ("tptr",)
    syscall = "stime"
    _arguments = ("tptr",)
    _captures = 1

    @property
    def tptr(self) -> list[int] | None:
        """__kernel_old_time_t *: array of numbers."""
        value: list[int] | None = self._value("tptr")
        return value


class Stty(TypedEvent):
    """stty(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "stty"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Swapoff(TypedEvent):
    """swapoff(const char *specialfile)"""

    __slots__ = ()
    __match_args__ = ("specialfile",)
    syscall = "swapoff"
    _arguments = ("specialfile",)
    _captures = 1

    @property
    def specialfile(self) -> str | None:
        """const char *: string."""
        return self._string("specialfile")


class Swapon(TypedEvent):
    """swapon(const char *specialfile, int swap_flags)"""

    __slots__ = ()
    __match_args__ = ("specialfile", "swap_flags")
    syscall = "swapon"
    _arguments = ("specialfile", "swap_flags")
    _captures = 1

    @property
    def specialfile(self) -> str | None:
        """const char *: string."""
        return self._string("specialfile")

    @property
    def swap_flags(self) -> flag_sets.Swapon:
        """int: flags swapon."""
        return flag_sets.Swapon(self._int("swap_flags"))


class Symlink(TypedEvent):
    """symlink(const char *oldname, const char *newname)"""

    __slots__ = ()
    __match_args__ = ("oldname", "newname")
    syscall = "symlink"
    _arguments = ("oldname", "newname")
    _captures = 2

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")


class Symlinkat(TypedEvent):
    """symlinkat(const char *oldname, int newdfd, const char *newname)"""

    __slots__ = ()
    __match_args__ = ("oldname", "newdfd", "newname")
    syscall = "symlinkat"
    _arguments = ("oldname", "newdfd", "newname")
    _captures = 2

    @property
    def oldname(self) -> str | None:
        """const char *: string."""
        return self._string("oldname")

    @property
    def newdfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("newdfd")

    @property
    def newname(self) -> str | None:
        """const char *: string."""
        return self._string("newname")


class Sync(TypedEvent):
    """sync()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "sync"


class SyncFileRange(TypedEvent):
    """sync_file_range(int fd, loff_t offset, loff_t nbytes, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "offset", "nbytes", "flags")
    syscall = "sync_file_range"
    _arguments = ("fd", "offset", "nbytes", "flags")

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def offset(self) -> int:
        """loff_t: number."""
        return self._int("offset")

    @property
    def nbytes(self) -> int:
        """loff_t: number."""
        return self._int("nbytes")

    @property
    def flags(self) -> flag_sets.SyncFileRange:
        """unsigned int: flags sync_file_range."""
        return flag_sets.SyncFileRange(self._int("flags"))


class Syncfs(TypedEvent):
    """syncfs(int fd)"""

    __slots__ = ()
    __match_args__ = ("fd",)
    syscall = "syncfs"
    _arguments = ("fd",)

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")


class Sysfs(TypedEvent):
    """sysfs(int option, unsigned long arg1, unsigned long arg2)"""

    __slots__ = ()
    __match_args__ = ("option", "arg1", "arg2")
    syscall = "sysfs"
    _arguments = ("option", "arg1", "arg2")
    _captures = 2

    @property
    def option(self) -> int:
        """int: number."""
        return self._int("option")

    @property
    def arg1(self) -> Any:
        """unsigned long: unsigned number, or by option."""
        return self._value("arg1")

    @property
    def arg2(self) -> Any:
        """unsigned long: number, in hex, or by option."""
        return self._value("arg2")


class Sysinfo(TypedEvent):
    """sysinfo(struct sysinfo *info)"""

    __slots__ = ()
    __match_args__ = ("info",)
    syscall = "sysinfo"
    _arguments = ("info",)
    _captures = 1

    @property
    def info(self) -> StructSysinfo | None:
        """struct sysinfo *: struct sysinfo."""
        value: StructSysinfo | None = self._value("info")
        return value


class Syslog(TypedEvent):
    """syslog(int type, char *buf, int len)"""

    __slots__ = ()
    __match_args__ = ("type", "buf", "len")
    syscall = "syslog"
    _arguments = ("type", "buf", "len")
    _captures = 1

    @property
    def type(self) -> int:
        """int: number."""
        return self._int("type")

    @property
    def buf(self) -> bytes | None:
        """char *: bytes."""
        return self._bytes("buf")

    @property
    def len(self) -> int:
        """int: number."""
        return self._int("len")


class Tee(TypedEvent):
    """tee(int fdin, int fdout, size_t len, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fdin", "fdout", "len", "flags")
    syscall = "tee"
    _arguments = ("fdin", "fdout", "len", "flags")

    @property
    def fdin(self) -> int:
        """int: file descriptor."""
        return self._int("fdin")

    @property
    def fdout(self) -> int:
        """int: file descriptor."""
        return self._int("fdout")

    @property
    def len(self) -> int:
        """size_t: unsigned number."""
        return self._int("len")

    @property
    def flags(self) -> flag_sets.Splice:
        """unsigned int: flags splice."""
        return flag_sets.Splice(self._int("flags"))


class Tgkill(TypedEvent):
    """tgkill(pid_t tgid, pid_t pid, int sig)"""

    __slots__ = ()
    __match_args__ = ("tgid", "pid_", "sig")
    syscall = "tgkill"
    _arguments = ("tgid", "pid", "sig")

    @property
    def tgid(self) -> int:
        """pid_t: process or thread."""
        return self._int("tgid")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")


class Time(TypedEvent):
    """time(__kernel_old_time_t *tloc)"""

    __slots__ = ()
    __match_args__ = ("tloc",)
    syscall = "time"
    _arguments = ("tloc",)
    _captures = 1

    @property
    def tloc(self) -> list[int] | None:
        """__kernel_old_time_t *: array of numbers."""
        value: list[int] | None = self._value("tloc")
        return value


class TimerCreate(TypedEvent):
    """timer_create(const clockid_t which_clock, struct sigevent *timer_event_spec, timer_t *created_timer_id)"""

    __slots__ = ()
    __match_args__ = ("which_clock", "timer_event_spec", "created_timer_id")
    syscall = "timer_create"
    _arguments = ("which_clock", "timer_event_spec", "created_timer_id")
    _captures = 2

    @property
    def which_clock(self) -> int:
        """const clockid_t: flags clock."""
        return self._int("which_clock")

    @property
    def timer_event_spec(self) -> StructSigevent | None:
        """struct sigevent *: struct sigevent."""
        value: StructSigevent | None = self._value("timer_event_spec")
        return value

    @property
    def created_timer_id(self) -> list[int] | None:
        """timer_t *: array of numbers."""
        value: list[int] | None = self._value("created_timer_id")
        return value


class TimerDelete(TypedEvent):
    """timer_delete(timer_t timer_id)"""

    __slots__ = ()
    __match_args__ = ("timer_id",)
    syscall = "timer_delete"
    _arguments = ("timer_id",)

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")


class TimerGetoverrun(TypedEvent):
    """timer_getoverrun(timer_t timer_id)"""

    __slots__ = ()
    __match_args__ = ("timer_id",)
    syscall = "timer_getoverrun"
    _arguments = ("timer_id",)

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")


class TimerGettime(TypedEvent):
    """timer_gettime(timer_t timer_id, struct __kernel_itimerspec *setting)"""

    __slots__ = ()
    __match_args__ = ("timer_id", "setting")
    syscall = "timer_gettime"
    _arguments = ("timer_id", "setting")
    _captures = 1

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")

    @property
    def setting(self) -> StructKernelItimerspec | None:
        """struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("setting")
        return value


class TimerGettime64(TypedEvent):
    """timer_gettime64(timer_t timer_id, struct itimerspec64 *setting)"""

    __slots__ = ()
    __match_args__ = ("timer_id", "setting")
    syscall = "timer_gettime64"
    _arguments = ("timer_id", "setting")
    _captures = 1

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")

    @property
    def setting(self) -> StructItimerspec64 | None:
        """struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("setting")
        return value


class TimerSettime(TypedEvent):
    """timer_settime(timer_t timer_id, int flags, const struct __kernel_itimerspec *new_setting, struct __kernel_itimerspec *old_setting)"""

    __slots__ = ()
    __match_args__ = ("timer_id", "flags", "new_setting", "old_setting")
    syscall = "timer_settime"
    _arguments = ("timer_id", "flags", "new_setting", "old_setting")
    _captures = 2

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")

    @property
    def flags(self) -> flag_sets.Timer:
        """int: flags timer."""
        return flag_sets.Timer(self._int("flags"))

    @property
    def new_setting(self) -> StructKernelItimerspec | None:
        """const struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("new_setting")
        return value

    @property
    def old_setting(self) -> StructKernelItimerspec | None:
        """struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("old_setting")
        return value


class TimerSettime64(TypedEvent):
    """timer_settime64(timer_t timer_id, int flags, const struct itimerspec64 *new_setting, struct itimerspec64 *old_setting)"""

    __slots__ = ()
    __match_args__ = ("timer_id", "flags", "new_setting", "old_setting")
    syscall = "timer_settime64"
    _arguments = ("timer_id", "flags", "new_setting", "old_setting")
    _captures = 2

    @property
    def timer_id(self) -> int:
        """timer_t: number."""
        return self._int("timer_id")

    @property
    def flags(self) -> flag_sets.Timer:
        """int: flags timer."""
        return flag_sets.Timer(self._int("flags"))

    @property
    def new_setting(self) -> StructItimerspec64 | None:
        """const struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("new_setting")
        return value

    @property
    def old_setting(self) -> StructItimerspec64 | None:
        """struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("old_setting")
        return value


class TimerfdCreate(TypedEvent):
    """timerfd_create(int clockid, int flags)"""

    __slots__ = ()
    __match_args__ = ("clockid", "flags")
    syscall = "timerfd_create"
    _arguments = ("clockid", "flags")

    @property
    def clockid(self) -> int:
        """int: flags clock."""
        return self._int("clockid")

    @property
    def flags(self) -> flag_sets.TimerfdCreate:
        """int: flags timerfd_create."""
        return flag_sets.TimerfdCreate(self._int("flags"))


class TimerfdGettime(TypedEvent):
    """timerfd_gettime(int ufd, struct __kernel_itimerspec *otmr)"""

    __slots__ = ()
    __match_args__ = ("ufd", "otmr")
    syscall = "timerfd_gettime"
    _arguments = ("ufd", "otmr")
    _captures = 1

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def otmr(self) -> StructKernelItimerspec | None:
        """struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("otmr")
        return value


class TimerfdGettime64(TypedEvent):
    """timerfd_gettime64(int ufd, struct itimerspec64 *otmr)"""

    __slots__ = ()
    __match_args__ = ("ufd", "otmr")
    syscall = "timerfd_gettime64"
    _arguments = ("ufd", "otmr")
    _captures = 1

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def otmr(self) -> StructItimerspec64 | None:
        """struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("otmr")
        return value


class TimerfdSettime(TypedEvent):
    """timerfd_settime(int ufd, int flags, const struct __kernel_itimerspec *utmr, struct __kernel_itimerspec *otmr)"""

    __slots__ = ()
    __match_args__ = ("ufd", "flags", "utmr", "otmr")
    syscall = "timerfd_settime"
    _arguments = ("ufd", "flags", "utmr", "otmr")
    _captures = 2

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def flags(self) -> flag_sets.TimerfdSettime:
        """int: flags timerfd_settime."""
        return flag_sets.TimerfdSettime(self._int("flags"))

    @property
    def utmr(self) -> StructKernelItimerspec | None:
        """const struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("utmr")
        return value

    @property
    def otmr(self) -> StructKernelItimerspec | None:
        """struct __kernel_itimerspec *: struct __kernel_itimerspec."""
        value: StructKernelItimerspec | None = self._value("otmr")
        return value


class TimerfdSettime64(TypedEvent):
    """timerfd_settime64(int ufd, int flags, const struct itimerspec64 *utmr, struct itimerspec64 *otmr)"""

    __slots__ = ()
    __match_args__ = ("ufd", "flags", "utmr", "otmr")
    syscall = "timerfd_settime64"
    _arguments = ("ufd", "flags", "utmr", "otmr")
    _captures = 2

    @property
    def ufd(self) -> int:
        """int: file descriptor."""
        return self._int("ufd")

    @property
    def flags(self) -> flag_sets.TimerfdSettime:
        """int: flags timerfd_settime."""
        return flag_sets.TimerfdSettime(self._int("flags"))

    @property
    def utmr(self) -> StructItimerspec64 | None:
        """const struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("utmr")
        return value

    @property
    def otmr(self) -> StructItimerspec64 | None:
        """struct itimerspec64 *: struct itimerspec64."""
        value: StructItimerspec64 | None = self._value("otmr")
        return value


class Times(TypedEvent):
    """times(struct tms *tbuf)"""

    __slots__ = ()
    __match_args__ = ("tbuf",)
    syscall = "times"
    _arguments = ("tbuf",)
    _captures = 1

    @property
    def tbuf(self) -> StructTms | None:
        """struct tms *: struct tms."""
        value: StructTms | None = self._value("tbuf")
        return value


class Tkill(TypedEvent):
    """tkill(pid_t pid, int sig)"""

    __slots__ = ()
    __match_args__ = ("pid_", "sig")
    syscall = "tkill"
    _arguments = ("pid", "sig")

    @property
    def pid_(self) -> int:
        """pid_t: process or thread."""
        return self._int("pid")

    @property
    def sig(self) -> int:
        """int: flags signal."""
        return self._int("sig")


class Truncate(TypedEvent):
    """truncate(const char *path, long length)"""

    __slots__ = ()
    __match_args__ = ("path", "length")
    syscall = "truncate"
    _arguments = ("path", "length")
    _captures = 1

    @property
    def path(self) -> str | None:
        """const char *: string."""
        return self._string("path")

    @property
    def length(self) -> int:
        """long: number."""
        return self._int("length")


class Truncate64(TypedEvent):
    """truncate64(const char *path, loff_t length)"""

    __slots__ = ()
    __match_args__ = ("path", "length")
    syscall = "truncate64"
    _arguments = ("path", "length")
    _captures = 1

    @property
    def path(self) -> str | None:
        """const char *: string."""
        return self._string("path")

    @property
    def length(self) -> int:
        """loff_t: number."""
        return self._int("length")


class Tuxcall(TypedEvent):
    """tuxcall(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "tuxcall"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Ugetrlimit(TypedEvent):
    """ugetrlimit(unsigned int resource, struct rlimit *rlim)"""

    __slots__ = ()
    __match_args__ = ("resource", "rlim")
    syscall = "ugetrlimit"
    _arguments = ("resource", "rlim")
    _captures = 1

    @property
    def resource(self) -> int:
        """unsigned int: flags rlimit."""
        return self._int("resource")

    @property
    def rlim(self) -> StructRlimit | None:
        """struct rlimit *: struct rlimit."""
        value: StructRlimit | None = self._value("rlim")
        return value


class Ulimit(TypedEvent):
    """ulimit(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "ulimit"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Umask(TypedEvent):
    """umask(int mask)"""

    __slots__ = ()
    __match_args__ = ("mask",)
    syscall = "umask"
    _arguments = ("mask",)

    @property
    def mask(self) -> int:
        """int: file mode."""
        return self._int("mask")


class Umount(TypedEvent):
    """umount(char *name)"""

    __slots__ = ()
    __match_args__ = ("name",)
    syscall = "umount"
    _arguments = ("name",)
    _captures = 1

    @property
    def name(self) -> str | None:
        """char *: string."""
        return self._string("name")


class Umount2(TypedEvent):
    """umount2(char *name, int flags)"""

    __slots__ = ()
    __match_args__ = ("name", "flags")
    syscall = "umount2"
    _arguments = ("name", "flags")
    _captures = 1

    @property
    def name(self) -> str | None:
        """char *: string."""
        return self._string("name")

    @property
    def flags(self) -> flag_sets.Umount:
        """int: flags umount."""
        return flag_sets.Umount(self._int("flags"))


class Uname(TypedEvent):
    """uname(struct new_utsname *name)"""

    __slots__ = ()
    __match_args__ = ("name",)
    syscall = "uname"
    _arguments = ("name",)
    _captures = 1

    @property
    def name(self) -> StructNewUtsname | None:
        """struct new_utsname *: struct new_utsname."""
        value: StructNewUtsname | None = self._value("name")
        return value


class Unlink(TypedEvent):
    """unlink(const char *pathname)"""

    __slots__ = ()
    __match_args__ = ("pathname",)
    syscall = "unlink"
    _arguments = ("pathname",)
    _captures = 1

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")


class Unlinkat(TypedEvent):
    """unlinkat(int dfd, const char *pathname, int flag)"""

    __slots__ = ()
    __match_args__ = ("dfd", "pathname", "flag")
    syscall = "unlinkat"
    _arguments = ("dfd", "pathname", "flag")
    _captures = 1

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def pathname(self) -> str | None:
        """const char *: string."""
        return self._string("pathname")

    @property
    def flag(self) -> flag_sets.Unlinkat:
        """int: flags unlinkat."""
        return flag_sets.Unlinkat(self._int("flag"))


class Unshare(TypedEvent):
    """unshare(unsigned long unshare_flags)"""

    __slots__ = ()
    __match_args__ = ("unshare_flags",)
    syscall = "unshare"
    _arguments = ("unshare_flags",)

    @property
    def unshare_flags(self) -> flag_sets.Unshare:
        """unsigned long: flags unshare."""
        return flag_sets.Unshare(self._int("unshare_flags"))


class Uprobe(TypedEvent):
    """uprobe()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "uprobe"


class Uretprobe(TypedEvent):
    """uretprobe()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "uretprobe"


class Uselib(TypedEvent):
    """uselib(const char *library)"""

    __slots__ = ()
    __match_args__ = ("library",)
    syscall = "uselib"
    _arguments = ("library",)
    _captures = 1

    @property
    def library(self) -> str | None:
        """const char *: string."""
        return self._string("library")


class Userfaultfd(TypedEvent):
    """userfaultfd(int flags)"""

    __slots__ = ()
    __match_args__ = ("flags",)
    syscall = "userfaultfd"
    _arguments = ("flags",)

    @property
    def flags(self) -> flag_sets.Userfaultfd:
        """int: flags userfaultfd."""
        return flag_sets.Userfaultfd(self._int("flags"))


class Ustat(TypedEvent):
    """ustat(unsigned dev, struct ustat *ubuf)"""

    __slots__ = ()
    __match_args__ = ("dev", "ubuf")
    syscall = "ustat"
    _arguments = ("dev", "ubuf")
    _captures = 1

    @property
    def dev(self) -> int:
        """unsigned: device number."""
        return self._int("dev")

    @property
    def ubuf(self) -> bytes | None:
        """struct ustat *: bytes."""
        return self._bytes("ubuf")


class Utime(TypedEvent):
    """utime(char *filename, struct utimbuf *times)"""

    __slots__ = ()
    __match_args__ = ("filename", "times")
    syscall = "utime"
    _arguments = ("filename", "times")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """char *: string."""
        return self._string("filename")

    @property
    def times(self) -> StructUtimbuf | None:
        """struct utimbuf *: struct utimbuf."""
        value: StructUtimbuf | None = self._value("times")
        return value


class Utimensat(TypedEvent):
    """utimensat(int dfd, const char *filename, struct __kernel_timespec *utimes, int flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "utimes", "flags")
    syscall = "utimensat"
    _arguments = ("dfd", "filename", "utimes", "flags")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def utimes(self) -> list[StructTimespecUtime] | None:
        """struct __kernel_timespec *: array of struct timespec_utime."""
        value: list[StructTimespecUtime] | None = self._value("utimes")
        return value

    @property
    def flags(self) -> flag_sets.At:
        """int: flags at."""
        return flag_sets.At(self._int("flags"))


class UtimensatTime64(TypedEvent):
    """utimensat_time64(int dfd, const char *filename, struct __kernel_timespec *utimes, int flags)"""

    __slots__ = ()
    __match_args__ = ("dfd", "filename", "utimes", "flags")
    syscall = "utimensat_time64"
    _arguments = ("dfd", "filename", "utimes", "flags")
    _captures = 2

    @property
    def dfd(self) -> int:
        """int: file descriptor or AT_FDCWD."""
        return self._int("dfd")

    @property
    def filename(self) -> str | None:
        """const char *: string."""
        return self._string("filename")

    @property
    def utimes(self) -> list[StructTimespec64] | None:
        """struct __kernel_timespec *: array of struct timespec64."""
        value: list[StructTimespec64] | None = self._value("utimes")
        return value

    @property
    def flags(self) -> flag_sets.At:
        """int: flags at."""
        return flag_sets.At(self._int("flags"))


class Utimes(TypedEvent):
    """utimes(char *filename, struct __kernel_old_timeval *utimes)"""

    __slots__ = ()
    __match_args__ = ("filename", "utimes")
    syscall = "utimes"
    _arguments = ("filename", "utimes")
    _captures = 2

    @property
    def filename(self) -> str | None:
        """char *: string."""
        return self._string("filename")

    @property
    def utimes(self) -> list[StructKernelOldTimeval] | None:
        """struct __kernel_old_timeval *: array of struct __kernel_old_timeval."""
        value: list[StructKernelOldTimeval] | None = self._value("utimes")
        return value


class Vfork(TypedEvent):
    """vfork()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "vfork"


class Vhangup(TypedEvent):
    """vhangup()"""

    __slots__ = ()
    __match_args__ = ()
    syscall = "vhangup"


class Vm86(TypedEvent):
    """vm86(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "vm86"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Vm86old(TypedEvent):
    """vm86old(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "vm86old"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Vmsplice(TypedEvent):
    """vmsplice(int fd, const struct iovec *uiov, unsigned long nr_segs, unsigned int flags)"""

    __slots__ = ()
    __match_args__ = ("fd", "uiov", "nr_segs", "flags")
    syscall = "vmsplice"
    _arguments = ("fd", "uiov", "nr_segs", "flags")
    _captures = 1

    @property
    def fd(self) -> int:
        """int: file descriptor."""
        return self._int("fd")

    @property
    def uiov(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("uiov")
        return value

    @property
    def nr_segs(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("nr_segs")

    @property
    def flags(self) -> flag_sets.Splice:
        """unsigned int: flags splice."""
        return flag_sets.Splice(self._int("flags"))


class Vserver(TypedEvent):
    """vserver(unsigned long arg0, unsigned long arg1, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5)"""

    __slots__ = ()
    __match_args__ = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")
    syscall = "vserver"
    _arguments = ("arg0", "arg1", "arg2", "arg3", "arg4", "arg5")

    @property
    def arg0(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg0")

    @property
    def arg1(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg1")

    @property
    def arg2(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg2")

    @property
    def arg3(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg3")

    @property
    def arg4(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg4")

    @property
    def arg5(self) -> int:
        """unsigned long: number, in hex."""
        return self._int("arg5")


class Wait4(TypedEvent):
    """wait4(pid_t upid, int *stat_addr, int options, struct rusage *ru)"""

    __slots__ = ()
    __match_args__ = ("upid", "stat_addr", "options", "ru")
    syscall = "wait4"
    _arguments = ("upid", "stat_addr", "options", "ru")
    _captures = 2

    @property
    def upid(self) -> int:
        """pid_t: process or thread."""
        return self._int("upid")

    @property
    def stat_addr(self) -> list[int] | None:
        """int *: array of wait status of flags wait_status."""
        value: list[int] | None = self._value("stat_addr")
        return value

    @property
    def options(self) -> flag_sets.Wait:
        """int: flags wait."""
        return flag_sets.Wait(self._int("options"))

    @property
    def ru(self) -> StructRusage | None:
        """struct rusage *: struct rusage."""
        value: StructRusage | None = self._value("ru")
        return value


class Waitid(TypedEvent):
    """waitid(int which, pid_t upid, struct siginfo *infop, int options, struct rusage *ru)"""

    __slots__ = ()
    __match_args__ = ("which", "upid", "infop", "options", "ru")
    syscall = "waitid"
    _arguments = ("which", "upid", "infop", "options", "ru")
    _captures = 2

    @property
    def which(self) -> int:
        """int: flags waitid."""
        return self._int("which")

    @property
    def upid(self) -> Any:
        """pid_t: process or thread, or by which."""
        return self._value("upid")

    @property
    def infop(self) -> StructSiginfoChild | None:
        """struct siginfo *: struct siginfo_child."""
        value: StructSiginfoChild | None = self._value("infop")
        return value

    @property
    def options(self) -> flag_sets.Wait:
        """int: flags wait."""
        return flag_sets.Wait(self._int("options"))

    @property
    def ru(self) -> StructRusage | None:
        """struct rusage *: struct rusage."""
        value: StructRusage | None = self._value("ru")
        return value


class Waitpid(TypedEvent):
    """waitpid(pid_t upid, int *stat_addr, int options)"""

    __slots__ = ()
    __match_args__ = ("upid", "stat_addr", "options")
    syscall = "waitpid"
    _arguments = ("upid", "stat_addr", "options")
    _captures = 1

    @property
    def upid(self) -> int:
        """pid_t: process or thread."""
        return self._int("upid")

    @property
    def stat_addr(self) -> list[int] | None:
        """int *: array of wait status of flags wait_status."""
        value: list[int] | None = self._value("stat_addr")
        return value

    @property
    def options(self) -> flag_sets.Wait:
        """int: flags wait."""
        return flag_sets.Wait(self._int("options"))


class Write(TypedEvent):
    """write(unsigned int fd, const char *buf, size_t count)"""

    __slots__ = ()
    __match_args__ = ("fd", "buf", "count")
    syscall = "write"
    _arguments = ("fd", "buf", "count")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned int: file descriptor."""
        return self._int("fd")

    @property
    def buf(self) -> bytes | None:
        """const char *: bytes."""
        return self._bytes("buf")

    @property
    def count(self) -> int:
        """size_t: unsigned number."""
        return self._int("count")


class Writev(TypedEvent):
    """writev(unsigned long fd, const struct iovec *vec, unsigned long vlen)"""

    __slots__ = ()
    __match_args__ = ("fd", "vec", "vlen")
    syscall = "writev"
    _arguments = ("fd", "vec", "vlen")
    _captures = 1

    @property
    def fd(self) -> int:
        """unsigned long: file descriptor."""
        return self._int("fd")

    @property
    def vec(self) -> list[Iovec] | None:
        """const struct iovec *: pieces of memory."""
        value: list[Iovec] | None = self._value("vec")
        return value

    @property
    def vlen(self) -> int:
        """unsigned long: unsigned number."""
        return self._int("vlen")


BY_SYSCALL: dict[str, type[TypedEvent]] = {
    "_llseek": Llseek,
    "_newselect": Newselect,
    "_sysctl": Sysctl,
    "accept": Accept,
    "accept4": Accept4,
    "access": Access,
    "acct": Acct,
    "add_key": AddKey,
    "adjtimex": Adjtimex,
    "afs_syscall": AfsSyscall,
    "alarm": Alarm,
    "arch_prctl": ArchPrctl,
    "bdflush": Bdflush,
    "bind": Bind,
    "bpf": Bpf,
    "brk": Brk,
    "cachestat": Cachestat,
    "capget": Capget,
    "capset": Capset,
    "chdir": Chdir,
    "chmod": Chmod,
    "chown": Chown,
    "chown32": Chown32,
    "chroot": Chroot,
    "clock_adjtime": ClockAdjtime,
    "clock_adjtime64": ClockAdjtime64,
    "clock_getres": ClockGetres,
    "clock_getres_time64": ClockGetresTime64,
    "clock_gettime": ClockGettime,
    "clock_gettime64": ClockGettime64,
    "clock_nanosleep": ClockNanosleep,
    "clock_nanosleep_time64": ClockNanosleepTime64,
    "clock_settime": ClockSettime,
    "clock_settime64": ClockSettime64,
    "clone": Clone,
    "clone3": Clone3,
    "close": Close,
    "close_range": CloseRange,
    "connect": Connect,
    "copy_file_range": CopyFileRange,
    "creat": Creat,
    "create_module": CreateModule,
    "delete_module": DeleteModule,
    "dup": Dup,
    "dup2": Dup2,
    "dup3": Dup3,
    "epoll_create": EpollCreate,
    "epoll_create1": EpollCreate1,
    "epoll_ctl": EpollCtl,
    "epoll_ctl_old": EpollCtlOld,
    "epoll_pwait": EpollPwait,
    "epoll_pwait2": EpollPwait2,
    "epoll_wait": EpollWait,
    "epoll_wait_old": EpollWaitOld,
    "eventfd": Eventfd,
    "eventfd2": Eventfd2,
    "execve": Execve,
    "execveat": Execveat,
    "exit": Exit,
    "exit_group": ExitGroup,
    "faccessat": Faccessat,
    "faccessat2": Faccessat2,
    "fadvise64": Fadvise64,
    "fadvise64_64": Fadvise6464,
    "fallocate": Fallocate,
    "fanotify_init": FanotifyInit,
    "fanotify_mark": FanotifyMark,
    "fchdir": Fchdir,
    "fchmod": Fchmod,
    "fchmodat": Fchmodat,
    "fchmodat2": Fchmodat2,
    "fchown": Fchown,
    "fchown32": Fchown32,
    "fchownat": Fchownat,
    "fcntl": Fcntl,
    "fcntl64": Fcntl64,
    "fdatasync": Fdatasync,
    "fgetxattr": Fgetxattr,
    "file_getattr": FileGetattr,
    "file_setattr": FileSetattr,
    "finit_module": FinitModule,
    "flistxattr": Flistxattr,
    "flock": Flock,
    "fork": Fork,
    "fremovexattr": Fremovexattr,
    "fsconfig": Fsconfig,
    "fsetxattr": Fsetxattr,
    "fsmount": Fsmount,
    "fsopen": Fsopen,
    "fspick": Fspick,
    "fstat": Fstat,
    "fstat64": Fstat64,
    "fstatat64": Fstatat64,
    "fstatfs": Fstatfs,
    "fstatfs64": Fstatfs64,
    "fsync": Fsync,
    "ftime": Ftime,
    "ftruncate": Ftruncate,
    "ftruncate64": Ftruncate64,
    "futex": Futex,
    "futex_requeue": FutexRequeue,
    "futex_time64": FutexTime64,
    "futex_wait": FutexWait,
    "futex_waitv": FutexWaitv,
    "futex_wake": FutexWake,
    "futimesat": Futimesat,
    "get_kernel_syms": GetKernelSyms,
    "get_mempolicy": GetMempolicy,
    "get_robust_list": GetRobustList,
    "get_thread_area": GetThreadArea,
    "getcpu": Getcpu,
    "getcwd": Getcwd,
    "getdents": Getdents,
    "getdents64": Getdents64,
    "getegid": Getegid,
    "getegid32": Getegid32,
    "geteuid": Geteuid,
    "geteuid32": Geteuid32,
    "getgid": Getgid,
    "getgid32": Getgid32,
    "getgroups": Getgroups,
    "getgroups32": Getgroups32,
    "getitimer": Getitimer,
    "getpeername": Getpeername,
    "getpgid": Getpgid,
    "getpgrp": Getpgrp,
    "getpid": Getpid,
    "getpmsg": Getpmsg,
    "getppid": Getppid,
    "getpriority": Getpriority,
    "getrandom": Getrandom,
    "getresgid": Getresgid,
    "getresgid32": Getresgid32,
    "getresuid": Getresuid,
    "getresuid32": Getresuid32,
    "getrlimit": Getrlimit,
    "getrusage": Getrusage,
    "getsid": Getsid,
    "getsockname": Getsockname,
    "getsockopt": Getsockopt,
    "gettid": Gettid,
    "gettimeofday": Gettimeofday,
    "getuid": Getuid,
    "getuid32": Getuid32,
    "getxattr": Getxattr,
    "getxattrat": Getxattrat,
    "gtty": Gtty,
    "idle": Idle,
    "init_module": InitModule,
    "inotify_add_watch": InotifyAddWatch,
    "inotify_init": InotifyInit,
    "inotify_init1": InotifyInit1,
    "inotify_rm_watch": InotifyRmWatch,
    "io_cancel": IoCancel,
    "io_destroy": IoDestroy,
    "io_getevents": IoGetevents,
    "io_pgetevents": IoPgetevents,
    "io_pgetevents_time64": IoPgeteventsTime64,
    "io_setup": IoSetup,
    "io_submit": IoSubmit,
    "io_uring_enter": IoUringEnter,
    "io_uring_register": IoUringRegister,
    "io_uring_setup": IoUringSetup,
    "ioctl": Ioctl,
    "ioperm": Ioperm,
    "iopl": Iopl,
    "ioprio_get": IoprioGet,
    "ioprio_set": IoprioSet,
    "ipc": Ipc,
    "kcmp": Kcmp,
    "kexec_file_load": KexecFileLoad,
    "kexec_load": KexecLoad,
    "keyctl": Keyctl,
    "kill": Kill,
    "landlock_add_rule": LandlockAddRule,
    "landlock_create_ruleset": LandlockCreateRuleset,
    "landlock_restrict_self": LandlockRestrictSelf,
    "lchown": Lchown,
    "lchown32": Lchown32,
    "lgetxattr": Lgetxattr,
    "link": Link,
    "linkat": Linkat,
    "listen": Listen,
    "listmount": Listmount,
    "listns": Listns,
    "listxattr": Listxattr,
    "listxattrat": Listxattrat,
    "llistxattr": Llistxattr,
    "lock": Lock,
    "lookup_dcookie": LookupDcookie,
    "lremovexattr": Lremovexattr,
    "lseek": Lseek,
    "lsetxattr": Lsetxattr,
    "lsm_get_self_attr": LsmGetSelfAttr,
    "lsm_list_modules": LsmListModules,
    "lsm_set_self_attr": LsmSetSelfAttr,
    "lstat": Lstat,
    "lstat64": Lstat64,
    "madvise": Madvise,
    "map_shadow_stack": MapShadowStack,
    "mbind": Mbind,
    "membarrier": Membarrier,
    "memfd_create": MemfdCreate,
    "memfd_secret": MemfdSecret,
    "migrate_pages": MigratePages,
    "mincore": Mincore,
    "mkdir": Mkdir,
    "mkdirat": Mkdirat,
    "mknod": Mknod,
    "mknodat": Mknodat,
    "mlock": Mlock,
    "mlock2": Mlock2,
    "mlockall": Mlockall,
    "mmap": Mmap,
    "mmap2": Mmap2,
    "modify_ldt": ModifyLdt,
    "mount": Mount,
    "mount_setattr": MountSetattr,
    "move_mount": MoveMount,
    "move_pages": MovePages,
    "mprotect": Mprotect,
    "mpx": Mpx,
    "mq_getsetattr": MqGetsetattr,
    "mq_notify": MqNotify,
    "mq_open": MqOpen,
    "mq_timedreceive": MqTimedreceive,
    "mq_timedreceive_time64": MqTimedreceiveTime64,
    "mq_timedsend": MqTimedsend,
    "mq_timedsend_time64": MqTimedsendTime64,
    "mq_unlink": MqUnlink,
    "mremap": Mremap,
    "mseal": Mseal,
    "msgctl": Msgctl,
    "msgget": Msgget,
    "msgrcv": Msgrcv,
    "msgsnd": Msgsnd,
    "msync": Msync,
    "munlock": Munlock,
    "munlockall": Munlockall,
    "munmap": Munmap,
    "name_to_handle_at": NameToHandleAt,
    "nanosleep": Nanosleep,
    "newfstatat": Newfstatat,
    "nfsservctl": Nfsservctl,
    "nice": Nice,
    "old_mmap": OldMmap,
    "old_select": OldSelect,
    "oldfstat": Oldfstat,
    "oldlstat": Oldlstat,
    "oldolduname": Oldolduname,
    "oldstat": Oldstat,
    "olduname": Olduname,
    "open": Open,
    "open_by_handle_at": OpenByHandleAt,
    "open_tree": OpenTree,
    "open_tree_attr": OpenTreeAttr,
    "openat": Openat,
    "openat2": Openat2,
    "pause": Pause,
    "perf_event_open": PerfEventOpen,
    "personality": Personality,
    "pidfd_getfd": PidfdGetfd,
    "pidfd_open": PidfdOpen,
    "pidfd_send_signal": PidfdSendSignal,
    "pipe": Pipe,
    "pipe2": Pipe2,
    "pivot_root": PivotRoot,
    "pkey_alloc": PkeyAlloc,
    "pkey_free": PkeyFree,
    "pkey_mprotect": PkeyMprotect,
    "poll": Poll,
    "ppoll": Ppoll,
    "ppoll_time64": PpollTime64,
    "prctl": Prctl,
    "pread64": Pread64,
    "preadv": Preadv,
    "preadv2": Preadv2,
    "prlimit64": Prlimit64,
    "process_madvise": ProcessMadvise,
    "process_mrelease": ProcessMrelease,
    "process_vm_readv": ProcessVmReadv,
    "process_vm_writev": ProcessVmWritev,
    "prof": Prof,
    "profil": Profil,
    "pselect6": Pselect6,
    "pselect6_time64": Pselect6Time64,
    "ptrace": Ptrace,
    "putpmsg": Putpmsg,
    "pwrite64": Pwrite64,
    "pwritev": Pwritev,
    "pwritev2": Pwritev2,
    "query_module": QueryModule,
    "quotactl": Quotactl,
    "quotactl_fd": QuotactlFd,
    "read": Read,
    "readahead": Readahead,
    "readdir": Readdir,
    "readlink": Readlink,
    "readlinkat": Readlinkat,
    "readv": Readv,
    "reboot": Reboot,
    "recvfrom": Recvfrom,
    "recvmmsg": Recvmmsg,
    "recvmmsg_time64": RecvmmsgTime64,
    "recvmsg": Recvmsg,
    "remap_file_pages": RemapFilePages,
    "removexattr": Removexattr,
    "removexattrat": Removexattrat,
    "rename": Rename,
    "renameat": Renameat,
    "renameat2": Renameat2,
    "request_key": RequestKey,
    "restart_syscall": RestartSyscall,
    "rmdir": Rmdir,
    "rseq": Rseq,
    "rseq_slice_yield": RseqSliceYield,
    "rt_sigaction": RtSigaction,
    "rt_sigpending": RtSigpending,
    "rt_sigprocmask": RtSigprocmask,
    "rt_sigqueueinfo": RtSigqueueinfo,
    "rt_sigreturn": RtSigreturn,
    "rt_sigsuspend": RtSigsuspend,
    "rt_sigtimedwait": RtSigtimedwait,
    "rt_sigtimedwait_time64": RtSigtimedwaitTime64,
    "rt_tgsigqueueinfo": RtTgsigqueueinfo,
    "sched_get_priority_max": SchedGetPriorityMax,
    "sched_get_priority_min": SchedGetPriorityMin,
    "sched_getaffinity": SchedGetaffinity,
    "sched_getattr": SchedGetattr,
    "sched_getparam": SchedGetparam,
    "sched_getscheduler": SchedGetscheduler,
    "sched_rr_get_interval": SchedRrGetInterval,
    "sched_rr_get_interval_time64": SchedRrGetIntervalTime64,
    "sched_setaffinity": SchedSetaffinity,
    "sched_setattr": SchedSetattr,
    "sched_setparam": SchedSetparam,
    "sched_setscheduler": SchedSetscheduler,
    "sched_yield": SchedYield,
    "seccomp": Seccomp,
    "security": Security,
    "select": Select,
    "semctl": Semctl,
    "semget": Semget,
    "semop": Semop,
    "semtimedop": Semtimedop,
    "semtimedop_time64": SemtimedopTime64,
    "sendfile": Sendfile,
    "sendfile64": Sendfile64,
    "sendmmsg": Sendmmsg,
    "sendmsg": Sendmsg,
    "sendto": Sendto,
    "set_mempolicy": SetMempolicy,
    "set_mempolicy_home_node": SetMempolicyHomeNode,
    "set_robust_list": SetRobustList,
    "set_thread_area": SetThreadArea,
    "set_tid_address": SetTidAddress,
    "setdomainname": Setdomainname,
    "setfsgid": Setfsgid,
    "setfsgid32": Setfsgid32,
    "setfsuid": Setfsuid,
    "setfsuid32": Setfsuid32,
    "setgid": Setgid,
    "setgid32": Setgid32,
    "setgroups": Setgroups,
    "setgroups32": Setgroups32,
    "sethostname": Sethostname,
    "setitimer": Setitimer,
    "setns": Setns,
    "setpgid": Setpgid,
    "setpriority": Setpriority,
    "setregid": Setregid,
    "setregid32": Setregid32,
    "setresgid": Setresgid,
    "setresgid32": Setresgid32,
    "setresuid": Setresuid,
    "setresuid32": Setresuid32,
    "setreuid": Setreuid,
    "setreuid32": Setreuid32,
    "setrlimit": Setrlimit,
    "setsid": Setsid,
    "setsockopt": Setsockopt,
    "settimeofday": Settimeofday,
    "setuid": Setuid,
    "setuid32": Setuid32,
    "setxattr": Setxattr,
    "setxattrat": Setxattrat,
    "sgetmask": Sgetmask,
    "shmat": Shmat,
    "shmctl": Shmctl,
    "shmdt": Shmdt,
    "shmget": Shmget,
    "shutdown": Shutdown,
    "sigaction": Sigaction,
    "sigaltstack": Sigaltstack,
    "signal": Signal,
    "signalfd": Signalfd,
    "signalfd4": Signalfd4,
    "sigpending": Sigpending,
    "sigprocmask": Sigprocmask,
    "sigreturn": Sigreturn,
    "sigsuspend": Sigsuspend,
    "socket": Socket,
    "socketcall": Socketcall,
    "socketpair": Socketpair,
    "splice": Splice,
    "ssetmask": Ssetmask,
    "stat": Stat,
    "stat64": Stat64,
    "statfs": Statfs,
    "statfs64": Statfs64,
    "statmount": Statmount,
    "statx": Statx,
    "stime": Stime,
    "stty": Stty,
    "swapoff": Swapoff,
    "swapon": Swapon,
    "symlink": Symlink,
    "symlinkat": Symlinkat,
    "sync": Sync,
    "sync_file_range": SyncFileRange,
    "syncfs": Syncfs,
    "sysfs": Sysfs,
    "sysinfo": Sysinfo,
    "syslog": Syslog,
    "tee": Tee,
    "tgkill": Tgkill,
    "time": Time,
    "timer_create": TimerCreate,
    "timer_delete": TimerDelete,
    "timer_getoverrun": TimerGetoverrun,
    "timer_gettime": TimerGettime,
    "timer_gettime64": TimerGettime64,
    "timer_settime": TimerSettime,
    "timer_settime64": TimerSettime64,
    "timerfd_create": TimerfdCreate,
    "timerfd_gettime": TimerfdGettime,
    "timerfd_gettime64": TimerfdGettime64,
    "timerfd_settime": TimerfdSettime,
    "timerfd_settime64": TimerfdSettime64,
    "times": Times,
    "tkill": Tkill,
    "truncate": Truncate,
    "truncate64": Truncate64,
    "tuxcall": Tuxcall,
    "ugetrlimit": Ugetrlimit,
    "ulimit": Ulimit,
    "umask": Umask,
    "umount": Umount,
    "umount2": Umount2,
    "uname": Uname,
    "unlink": Unlink,
    "unlinkat": Unlinkat,
    "unshare": Unshare,
    "uprobe": Uprobe,
    "uretprobe": Uretprobe,
    "uselib": Uselib,
    "userfaultfd": Userfaultfd,
    "ustat": Ustat,
    "utime": Utime,
    "utimensat": Utimensat,
    "utimensat_time64": UtimensatTime64,
    "utimes": Utimes,
    "vfork": Vfork,
    "vhangup": Vhangup,
    "vm86": Vm86,
    "vm86old": Vm86old,
    "vmsplice": Vmsplice,
    "vserver": Vserver,
    "wait4": Wait4,
    "waitid": Waitid,
    "waitpid": Waitpid,
    "write": Write,
    "writev": Writev,
}
"""Each syscall's class."""


def typed(event: Event) -> TypedEvent:
    """The event as its syscall's class has it; as TypedEvent itself, with the header only, if there is none."""
    return (TypedEvent if event.foreign else BY_SYSCALL.get(event.syscall, TypedEvent))(event)
