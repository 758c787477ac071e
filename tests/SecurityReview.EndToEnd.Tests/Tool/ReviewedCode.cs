using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>Writes small projects for the command to review.</summary>
internal static class ReviewedCode
{
    /// <summary>A class without findings.</summary>
    public const string Clean = "namespace Shop;\n\npublic class Order;\n";

    /// <summary>A class with one finding, an untracked TODO, on its third line.</summary>
    public const string WithTodo = "namespace Shop;\n\n// TODO: find a better name\npublic class Order;\n";

    /// <summary>Writes a library project in a folder of its name, with one file <c>Order.cs</c>.</summary>
    /// <param name="folder">Where to write it.</param>
    /// <param name="name">The name of the project; may begin with folders.</param>
    /// <param name="code">The text of the file.</param>
    /// <param name="framework">The target framework, or several separated by semicolons.</param>
    /// <param name="items">MSBuild items, as XML elements.</param>
    /// <returns>The path of the project file.</returns>
    public static string Library(TemporaryFolder folder, string name, string code, string framework = "net10.0", string items = "")
    {
        folder.Write($"{name}/Order.cs", code);
        return folder.Write(
            $"{name}/{Path.GetFileName(name)}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{framework}</TargetFrameworks>
                <LangVersion>latest</LangVersion>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Writes a solution of the given projects, whose paths are relative to the folder.</summary>
    public static string Solution(TemporaryFolder folder, string name, params string[] projects) =>
        folder.Write(name, $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");
}
