namespace Clientele.Sales.Kept;

/// <summary>The products of kept and returned lines, ordered by code (ordinal).</summary>
/// <param name="Codes">Code as it stands in the file [products]; the description where the file has no codes.</param>
/// <param name="Descriptions">The description that most sold lines of the product carry, then most returned ones, then the ordinally first [products]; empty where there is none.</param>
public sealed record ProductNames(string[] Codes, string[] Descriptions)
{
    public int Count => Codes.Length;

    /// <summary>The description, or the code where there is none.</summary>
    public string Show(int product) => Descriptions[product].Length > 0 ? Descriptions[product] : Codes[product];
}
