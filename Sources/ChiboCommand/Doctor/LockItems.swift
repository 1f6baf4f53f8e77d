import ChiboModel
package import ChiboSandbox

/// What the kernel offers to close behind a script.
package struct LockItems {
    let locks: KernelLocks

    package init(_ locks: KernelLocks) { self.locks = locks }

    /// A kernel without them is no fault of the machine: the scripts' own limits stand in front of them.
    package func items() -> [DoctorItem] { [files, calls] }

    private var files: DoctorItem {
        if locks.landlock > 0 {
            return DoctorItem(.locks, .fine, "Landlock", Bilingual(both: "ABI \(locks.landlock)"))
        }
        return DoctorItem(
            .locks, .note, "Landlock", Bilingual(vi: "nhân này không có", en: "this kernel has none"),
            advice: Bilingual(
                vi: "Linux 5.13 trở lên, với lsm=…,landlock khi khởi động",
                en: "Linux 5.13 or later, booted with lsm=…,landlock"))
    }

    private var calls: DoctorItem {
        if locks.filtersCalls { return DoctorItem(.locks, .fine, "seccomp", Bilingual(both: "filter")) }
        return DoctorItem(
            .locks, .note, "seccomp", Bilingual(vi: "nhân này không có", en: "this kernel has none"),
            advice: Bilingual(both: "CONFIG_SECCOMP_FILTER=y"))
    }
}
