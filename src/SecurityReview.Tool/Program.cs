using System.Text;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Loading;

// Without a byte order mark: what reads the output expects JSON or text.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
BuildEnvironment.CleanOwn();
return await CommandRun.RunAsync(args).ConfigureAwait(false);
