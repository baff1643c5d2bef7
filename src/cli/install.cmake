# What is installed, and what is packed of it (scripts/package): the program, its manual, completion in shells, templates,
# lists of criteria, and what is to be read.
include(GNUInstallDirs)
set(WARDPLAN_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
    CACHE STRING "Where zsh looks for functions; packages of Debian put them into share/zsh/vendor-completions")

install(TARGETS wardplan)

# Made by the program itself, whose tables say it all.
set(manual ${CMAKE_CURRENT_BINARY_DIR}/manual)
if(NOT CMAKE_CROSSCOMPILING)
  add_custom_command(
    TARGET wardplan POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
    COMMAND wardplan man ${manual}
    VERBATIM)
endif()
install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR} OPTIONAL)

set(shell_folder ${CMAKE_CURRENT_SOURCE_DIR}/src/cli/shells)
install(FILES ${shell_folder}/wardplan.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME wardplan)
install(FILES ${shell_folder}/wardplan.zsh DESTINATION ${WARDPLAN_ZSH_DIR} RENAME _wardplan)
install(FILES ${shell_folder}/wardplan.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

install(FILES ${templates} templates/README.md
        DESTINATION ${CMAKE_INSTALL_DATADIR}/wardplan/templates)
install(FILES ${lists} DESTINATION ${CMAKE_INSTALL_DATADIR}/wardplan/catalogues)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES plans/README.md ${topics} DESTINATION ${CMAKE_INSTALL_DOCDIR}/plans)

# Debian's package. What is loaded only when it is needed nothing can find in the program; the package of the library says
# what to ask for.
set(debian "")
if(EXISTS /etc/os-release)
  file(STRINGS /etc/os-release debian REGEX "^VERSION_ID=")
  string(REGEX REPLACE "[^0-9.]" "" debian "${debian}")
endif()
execute_process(
  COMMAND dpkg-query --search ${xlsxwriter_file_itself}
  OUTPUT_VARIABLE loaded OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
string(REGEX REPLACE ":.*" "" loaded "${loaded}")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR wardplan)
set(CPACK_PACKAGE_CONTACT wardplan)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "yearly plans of Vietnamese wards as text files")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Keeps the yearly plans, criteria and movements of wards as YAML files, checks
them to the character, records results without touching another byte, says
what is late, and prints the official tables, forms and reports.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1~deb${debian})
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(loaded AND NOT WARDPLAN_STATIC)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS ${loaded})
endif()
include(CPack)
