namespace Clientele.Products.Tastes;

/// <summary>Words for tastes.</summary>
public static class TasteWords
{
    /// <summary>As files name it.</summary>
    public static string Of(TasteKind kind) => kind switch { TasteKind.Category => "category", TasteKind.Reduced => "reduced", _ => "season" };
}
