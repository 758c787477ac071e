using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>An additional file in memory; without content one that cannot be read.</summary>
internal sealed class TextFile(string path, string? content) : AdditionalText
{
    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => content is null ? null : SourceText.From(content, Encoding.UTF8);
}
