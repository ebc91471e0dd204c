namespace Clientele.Web.Sources;

/// <summary>A file that a run can be made of.</summary>
/// <param name="Id">What addresses call it; says nothing of its place.</param>
/// <param name="Name">What the person calls it; only ever shown.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Uploaded">Lies in the store and may be removed there.</param>
internal sealed record Source(string Id, string Name, string Path, long Bytes, bool Uploaded);
