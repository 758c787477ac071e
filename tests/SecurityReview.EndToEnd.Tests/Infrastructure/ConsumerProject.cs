using System.Text.RegularExpressions;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>A project, in a folder of its own, that consumes the packed package as a user's project does.</summary>
internal sealed partial class ConsumerProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="cache">Where its packages go.</param>
    /// <param name="code">The text of its only source file.</param>
    /// <param name="properties">MSBuild properties, as XML elements.</param>
    /// <param name="items">MSBuild items, as XML elements.</param>
    /// <param name="sdk">The SDK that builds it.</param>
    public ConsumerProject(PackageCache cache, string code, string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk")
    {
        _folder.Write("nuget.config", cache.NuGetConfig());
        _folder.Write("Consumer.cs", code);
        _folder.Write(
            "Consumer.csproj",
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SecurityReview" Version="{RepositoryFiles.Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    public TemporaryFolder Folder => _folder;

    /// <summary>Builds it from scratch.</summary>
    public Task<ProcessResult> BuildAsync() => ProcessRun.DotnetAsync(_folder.Path, "build", "--no-incremental", "-v:quiet", "-tl:off");

    /// <summary>The warnings and errors of our rules in the output of a build, each once, as <c>warning SECR1001</c>.</summary>
    public static IReadOnlyList<string> FindingsIn(ProcessResult build) =>
        [.. FindingPattern().Matches(build.Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"\b(warning|error) SECR\d{4}\b")]
    private static partial Regex FindingPattern();
}
