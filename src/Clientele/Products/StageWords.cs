namespace Clientele.Products;

/// <summary>The stages of a product's life as they stand in files and on the page.</summary>
public static class StageWords
{
    public static string Of(LifeStage stage) => stage switch
    {
        LifeStage.New => "new",
        LifeStage.Growing => "growing",
        LifeStage.Stable => "stable",
        LifeStage.Declining => "declining",
        LifeStage.Dead => "dead",
        _ => "unclear",
    };
}
