namespace SecurityReview.Tool.Reporting.Text;

/// <summary>What the text report may do with the place it is written to.</summary>
/// <param name="Color">Whether it may use colors.</param>
/// <param name="Width">The width that running text is broken at; null where lines may have any length, as in files and pipes.</param>
internal sealed record TextLook(bool Color, int? Width)
{
    private const int Narrowest = 60;
    private const int Widest = 120;

    /// <summary>For files.</summary>
    public static TextLook Plain { get; } = new(false, null);

    /// <summary>For standard output, be it a terminal or not.</summary>
    public static TextLook OfConsole(bool color)
    {
        if (Console.IsOutputRedirected)
            return Plain;
        var width = Math.Clamp(WindowWidth() - 1, Narrowest, Widest);
        return new TextLook(color && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), width);
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return Widest;
        }
    }
}
