namespace Clientele.Actions;

/// <summary>How far a figure can be relied on.</summary>
public enum Sureness
{
    /// <summary>Little of it was seen in this shop's own past: try it on a few customers first.</summary>
    Low,

    /// <summary>Seen often enough to size it, or the lower end of the interval is a loss.</summary>
    Medium,

    /// <summary>Seen often, and even the lower end of the interval is a gain.</summary>
    High,
}
