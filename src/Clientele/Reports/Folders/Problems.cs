namespace Clientele.Reports.Folders;

/// <summary>What can go wrong with a run folder, in words.</summary>
internal static class Problems
{
    public static UserException Exists(string path) => new(
        "output.exists", $"{Cut(path)} already exists.", "Give another folder with --out, or add --force to replace it once the new run is complete.");

    public static UserException NotAFolder(string path) => new(
        "output.not-a-folder", $"{Cut(path)} is not a folder.", "Give a folder with --out; it is made if it does not exist.", ExitCode.Disk);

    public static UserException Foreign(string path, string entry) => new(
        "output.foreign-files", $"{Cut(path)} holds '{Cut(entry)}', which no run has written.", "Give another folder with --out; --force replaces run folders only.");

    public static UserException Locked(string path, string process) => new(
        "output.locked", $"Another run{(process.Length > 0 ? $" (process {process})" : "")} is writing to {Cut(path)}.", "Wait until it ends, or give another folder with --out.", ExitCode.Disk);

    public static UserException Disk(string path, Exception problem) => IsFull(problem)
        ? new("output.disk-full", $"No room left while writing {Cut(path)}.", "Free some space, or give a folder on another disk with --out. Nothing was changed.", ExitCode.Disk)
        : new("output.disk", $"Could not write {Cut(path)}: {problem.Message.TrimEnd('.')}.", "Check the folder's rights and the disk, or give another folder with --out. Nothing was changed.", ExitCode.Disk);

    public static UserException SwapFailed(string path, string kept, Exception problem) => new(
        "output.swap", $"The results are complete but could not be moved to {Cut(path)}: {problem.Message.TrimEnd('.')}.", $"They are kept in {Cut(kept)}; move them by hand.", ExitCode.Disk);

    /// <summary>ENOSPC, EDQUOT, EFBIG (file size limit); on Windows ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.</summary>
    /// <remarks>The library tells EFBIG as an argument out of range.</remarks>
    private static bool IsFull(Exception problem) =>
        problem is ArgumentOutOfRangeException || problem.HResult is 28 or 122 or 27 or 69 || (problem.HResult & 0xFFFF) is 0x70 or 0x27;

    private static string Cut(string value) => value.Length <= 80 ? value : string.Concat("…", value.AsSpan(value.Length - 79));
}
