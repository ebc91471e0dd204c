namespace Clientele.Products;

/// <summary>What a file must hold before it can be told what is bought.</summary>
internal static class ProductProblems
{
    public static UserException NoProducts(string command) => new(
        "products.none",
        $"No column names a product or describes one, so {command} cannot say what is bought.",
        "Name the column with --product or --description; 'clientele inspect FILE' shows what was understood.",
        ExitCode.BadData);

    public static UserException NothingLeft() => new(
        "products.nothing-left",
        "Every kept line is postage, a fee or another non-product, so there is nothing to say about products.",
        "Count them as products with --non-products, or name another column with --product.",
        ExitCode.BadData);

    public static UserException NoCategories() => new(
        "products.no-categories",
        "No column says a product's category, so there is no level of categories.",
        "Name the column with --category, or use --level product.",
        ExitCode.BadData);
}
