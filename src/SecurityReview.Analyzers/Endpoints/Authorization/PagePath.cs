using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>The path of a Razor Page below its root, as the conventions name it.</summary>
/// <param name="Area">The area; empty for none.</param>
/// <param name="Path">The path, such as <c>/Orders/Edit</c>.</param>
internal sealed record PagePath(string Area, string Path)
{
    private const string Root = "/Pages/";
    private const string Areas = "/Areas/";

    /// <summary>The path of a page by its file, which the framework goes by, or else by its namespace and name; null where neither tells.</summary>
    public static PagePath? Of(INamedTypeSymbol page) => ByFile(page) ?? ByNamespace(page);

    /// <summary>Whether the page is in a folder of an area.</summary>
    public bool IsIn(string area, string folder) =>
        Area.Equals(area, StringComparison.OrdinalIgnoreCase) &&
        (folder.Trim('/').Length == 0 || Path.StartsWith("/" + folder.Trim('/') + "/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether this is the page of a name.</summary>
    public bool Is(string area, string page) =>
        Area.Equals(area, StringComparison.OrdinalIgnoreCase) && Path.TrimStart('/').Equals(page.TrimStart('/'), StringComparison.OrdinalIgnoreCase);

    private static PagePath? ByFile(INamedTypeSymbol page)
    {
        const string suffix = ".cshtml.cs";
        foreach (var reference in page.DeclaringSyntaxReferences)
        {
            var file = reference.SyntaxTree.FilePath.Replace('\\', '/');
            var root = file.LastIndexOf(Root, StringComparison.OrdinalIgnoreCase);
            if (root < 0 || !file.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            var path = file.Substring(root + Root.Length - 1);
            return new PagePath(AreaOf(file.Substring(0, root)), path.Substring(0, path.Length - suffix.Length));
        }

        return null;
    }

    private static string AreaOf(string folder)
    {
        var areas = folder.LastIndexOf(Areas, StringComparison.OrdinalIgnoreCase);
        return areas < 0 || folder.IndexOf('/', areas + Areas.Length) >= 0 ? "" : folder.Substring(areas + Areas.Length);
    }

    private static PagePath? ByNamespace(INamedTypeSymbol page)
    {
        var parts = page.ContainingNamespace.ToDisplayString().Split('.').ToList();
        var root = parts.LastIndexOf("Pages");
        if (root < 0)
            return null;
        var area = root > 1 && parts[root - 2] == "Areas" ? parts[root - 1] : "";
        var name = page.Name.EndsWith("Model", StringComparison.Ordinal) ? page.Name.Substring(0, page.Name.Length - "Model".Length) : page.Name;
        return new PagePath(area, "/" + string.Join("/", parts.Skip(root + 1).Concat([name])));
    }
}
