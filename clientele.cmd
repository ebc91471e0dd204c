@echo off
rem Runs Clientele, compiled ahead of time for this machine. The first run builds it, and so does the first run after its
rem sources changed. Building needs the .NET 10 SDK, and Node.js for the report's page.
setlocal enableextensions
set "home=%~dp0"
set "artifacts=%home%artifacts"
set "program=%artifacts%\clientele\Clientele.Cli.dll"
set "install=Install the .NET SDK 10 (winget install Microsoft.DotNet.SDK.10), then run this again."
where /q dotnet || (echo clientele: needs the .NET 10 SDK, and no dotnet is on the PATH. %install% 1>&2 & exit /b 1)

rem A packaged tool has no src and never is stale. A copy of the sources beside the program tells what is newer.
if not exist "%artifacts%\clientele\built" goto build
if not exist "%home%src" goto run
set changed=0
for /f %%n in ('xcopy "%home%src" "%artifacts%\clientele\sources" /l /d /s /y /i /exclude:%artifacts%\clientele\built ^| findstr /r "^[0-9]"') do set changed=%%n
if "%changed%"=="0" goto run

:build
where /q node || (echo clientele: building needs Node.js 18 or later ^(winget install OpenJS.NodeJS.LTS^), then run this again. 1>&2 & exit /b 1)
dotnet --list-sdks | findstr /b "10." >nul || (echo clientele: building needs the .NET 10 SDK. %install% 1>&2 & exit /b 1)
set "new=%artifacts%\clientele.%random%%random%"
mkdir "%new%" || exit /b 1
(echo \obj\& echo \bin\& echo \node_modules\) >"%new%\built"
xcopy "%home%src" "%new%\sources" /s /y /i /q /exclude:%new%\built >nul
echo clientele: building for this machine, once (half a minute) ... 1>&2
pushd "%home%"
dotnet publish src\Clientele.Cli -c Release --use-current-runtime --no-self-contained --artifacts-path "%new%.work" -o "%new%" -v quiet --disable-build-servers -p:DebugType=none 1>"%artifacts%\build.log" 2>&1 <nul
set built=%errorlevel%
popd
rmdir /s /q "%new%.work" 2>nul
if not "%built%"=="0" (
    type "%artifacts%\build.log" 1>&2
    rmdir /s /q "%new%"
    echo clientele: the build failed; its output stands above. 1>&2
    exit /b 1
)
if exist "%artifacts%\clientele" rmdir /s /q "%artifacts%\clientele"
move "%new%" "%artifacts%\clientele" >nul || exit /b 1

:run
dotnet "%program%" %*
